"""The clocks of the four zones by Python's zoneinfo from 1967 to 2199, and by dateutil to 2037: at every change and a second
before and after it, from the instant to the wall and from the wall back, and every 97 hours. (dateutil reads the changes that
a database spells out, not the rule by which they go on: rivals/python_clocks.py.)

    clocks.py ANSWERS
"""

import datetime
import platform
import sys
import zoneinfo

import library

try:
    import dateutil
    import dateutil.tz
except ModuleNotFoundError as missing:
    library.skip(missing)

ZONES = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"
EPOCH = datetime.datetime(1970, 1, 1)
UTC = datetime.timezone.utc
HOUR = 3600


def seconds(year, month, day):
    return int((datetime.datetime(year, month, day) - EPOCH).total_seconds())


FIRST, LAST = seconds(1967, 1, 2), seconds(2199, 12, 30)
LAST_SPELT_OUT = seconds(2037, 12, 31)


def clock(zone, instant):
    """The offset and the abbreviation."""
    reading = datetime.datetime.fromtimestamp(instant, UTC).astimezone(zone)
    return int(reading.utcoffset().total_seconds()), reading.tzname()


def instants(zone, reading):
    """The instants of a reading by fold 0 and by fold 1; PEP 495 gives it the offset before a change, and that after it."""
    naive = EPOCH + datetime.timedelta(seconds=reading)
    return [int(naive.replace(tzinfo=zone, fold=fold).timestamp()) for fold in (0, 1)]


def changes(zone):
    """Every change of the offset, with the offsets before and after it."""
    after = clock(zone, FIRST)[0]
    for day in range(FIRST, LAST, 24 * HOUR):
        low, high = day, day + 24 * HOUR
        before, after = after, clock(zone, high)[0]
        if before == after:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if clock(zone, middle)[0] == before else (low, middle)
        yield high, before, after


def readings_around(change, before, after):
    first, end = change + min(before, after), change + max(before, after)
    return [first - 1, first, first + 1, (first + end) // 2, end - 1, end, end + 1]


def by_zoneinfo(zone, reading):
    """How often a reading happens, and the earlier and the later instant."""
    fold_0, fold_1 = instants(zone, reading)
    happens = "once" if fold_0 == fold_1 else "repeated" if fold_0 < fold_1 else "skipped"
    return happens, min(fold_0, fold_1), max(fold_0, fold_1)


def by_dateutil(zone, reading):
    """The same; of a reading that is skipped dateutil resolves the later instant alone."""
    aware = (EPOCH + datetime.timedelta(seconds=reading)).replace(tzinfo=zone)
    if not dateutil.tz.datetime_exists(aware):
        return "skipped", None, int(dateutil.tz.resolve_imaginary(aware).timestamp())
    return ("repeated" if dateutil.tz.datetime_ambiguous(aware) else "once", *instants(zone, reading))


def compare(program, who, last, zone_of, lookup):
    on_the_wall = library.Comparison(f"{who}, from the instant to the wall")
    back = library.Comparison(f"{who}, from the wall to the instant")
    for name in ZONES:
        zone = zone_of(name)
        known = [change for change in CHANGES[name] if change[0] < last]
        asked = [*range(FIRST, last, 97 * HOUR), *(change + near for change, *_ in known for near in (-1, 0, 1))]
        for instant, answer in zip(asked, library.ask(program, [f"clock {name} {instant}" for instant in asked])):
            offset, abbreviation = answer.split()
            on_the_wall.add((name, instant), (int(offset), abbreviation), clock(zone, instant))

        asked = [(reading, change[0]) for change in known for reading in readings_around(*change)]
        answers = library.ask(program, [f"reading {name} {reading}" for reading, _ in asked])
        for (reading, change), answer in zip(asked, answers):
            happens, *found = answer.split()
            earlier, later, transition = map(int, found)
            assert transition == (earlier if happens == "once" else change), (name, reading, answer)
            theirs = lookup(zone, reading)
            ours = happens, earlier if theirs[1] is not None else None, later
            back.add((name, reading), ours, theirs)
    on_the_wall.conclude()
    back.conclude()


CHANGES = {name: list(changes(zoneinfo.ZoneInfo(name))) for name in ZONES}
compare(sys.argv[1], f"zoneinfo of Python {platform.python_version()}", LAST, zoneinfo.ZoneInfo, by_zoneinfo)
compare(sys.argv[1], f"dateutil {dateutil.__version__}", LAST_SPELT_OUT, dateutil.tz.gettz, by_dateutil)
