"""Days that come back, by dateutil: Easter, the statutory holidays as they are observed, and windows by the wall clock.

    rules.py ANSWERS
"""

import datetime
import itertools
import sys
import zoneinfo

import library

try:
    import dateutil
    from dateutil import easter
    from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WEEKLY, YEARLY, rrule
except ModuleNotFoundError as missing:
    library.skip(missing)

WHO = f"dateutil {dateutil.__version__}"
DAY = datetime.timedelta(days=1)
EPOCH = datetime.datetime(1970, 1, 1)
ZONES = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"
SATURDAY, SUNDAY = 5, 6


def number(date):
    return date.toordinal() - EPOCH.toordinal()


# ---- Easter ---------------------------------------------------------------------------------------------------------


def compare_easter(program):
    first, last = 1583, 4099  # all that dateutil has
    for question, method in ("easter", easter.EASTER_WESTERN), ("orthodox_easter", easter.EASTER_ORTHODOX):
        comparison = library.Comparison(f"{WHO}, {question}")
        [answer] = library.ask(program, [f"{question} {first} {last}"])
        for year, ours in zip(range(first, last + 1), library.numbers(answer), strict=True):
            comparison.add(year, ours, number(easter.easter(year, method)))
        comparison.conclude()


# ---- Holidays -------------------------------------------------------------------------------------------------------

FIRST, LAST = datetime.datetime(1971, 1, 1), datetime.datetime(2099, 12, 31)


def yearly(first=1970, last=2100, **on):
    """A year more on either side, for what is observed in another year."""
    return rrule(YEARLY, dtstart=datetime.datetime(first, 1, 1), until=datetime.datetime(last, 12, 31), **on)


STATUTE = [  # 5 U.S.C. 6103(a)
    yearly(bymonth=1, bymonthday=1),
    yearly(1986, bymonth=1, byweekday=MO(3)),
    yearly(bymonth=2, byweekday=MO(3)),
    yearly(bymonth=5, byweekday=MO(-1)),
    yearly(2021, bymonth=6, bymonthday=19),
    yearly(bymonth=7, bymonthday=4),
    yearly(bymonth=9, byweekday=MO(1)),
    yearly(bymonth=10, byweekday=MO(2)),
    yearly(last=1977, bymonth=10, byweekday=MO(4)),
    yearly(1978, bymonth=11, bymonthday=11),
    yearly(bymonth=11, byweekday=TH(4)),
    yearly(bymonth=12, bymonthday=25),
]


def observed(holiday, by):
    if holiday.weekday() == SUNDAY:
        return holiday + DAY
    return holiday - DAY if holiday.weekday() == SATURDAY and by == "federal" else holiday


def compare_holidays(program):
    for name in "federal", "banking":
        closed = {observed(holiday, name) for holiday in itertools.chain(*STATUTE)}
        [answer] = library.ask(program, [f"open {name} {number(FIRST)} {number(LAST)}"])
        ours = set(library.numbers(answer))
        comparison = library.Comparison(f"{WHO}, {name} business days by rules of rrule")
        for day in range(number(FIRST), number(LAST) + 1):
            date = EPOCH + day * DAY
            comparison.add(date, day in ours, date.weekday() < SATURDAY and date not in closed)
        comparison.conclude()


# ---- Windows --------------------------------------------------------------------------------------------------------

WEEKLY_WINDOWS = [(FR, 21 * 60, 22 * 60), (SA, 0, 3 * 60), (SA, 22 * 60, 6 * 60), (SU, 0, 24 * 60)]
MONTHLY_WINDOWS = [
    (TU(2), 2 * 60, 4 * 60), (SU(3), 2 * 60, 6 * 60), (SA(5), 23 * 60, 24 * 60),
    # On the Sundays on which clocks are or were changed
    (SU(-1), 75, 105), (SU(-1), 2 * 60, 3 * 60), (SU(-1), 135, 165), (SU(1), 60, 120), (SU(1), 75, 105), (SU(1), 90, 4 * 60),
    (SU(2), 90, 150), (SU(2), 2 * 60, 3 * 60), (SU(2), 135, 165), (SU(2), 150, 4 * 60), (SA(1), 22 * 60, 90),
]
BEGIN, END = datetime.datetime(1970, 1, 2), datetime.datetime(2060, 1, 1)


def instants(zone, reading):
    return [int(reading.replace(tzinfo=zone, fold=fold).timestamp()) for fold in (0, 1)]


def is_skipped(zone, reading):
    fold_0, fold_1 = instants(zone, reading)
    return fold_1 < fold_0


def transition(zone, reading):
    """Of a skipped reading: the clocks skip whole hours, so the next whole hour is the first time that they show again."""
    return instants(zone, reading.replace(minute=0) + datetime.timedelta(hours=1))[0]


def windows(zone, on, opens, closes):
    """By the date on which they open: what dateutil's dates and the zone say, and what they say with every skipped reading
    taken for the change of the clocks; none where that leaves nothing."""
    length = datetime.timedelta(minutes=closes - opens if opens < closes else closes - opens + 24 * 60)
    for opening in rrule(MONTHLY if on.n else WEEKLY, byweekday=on, dtstart=BEGIN, until=END,
                         byhour=opens // 60, byminute=opens % 60, bysecond=0):
        readings = opening, opening + length
        plain = tuple(instants(zone, reading)[0] for reading in readings)
        if not any(is_skipped(zone, reading) for reading in readings):
            yield opening.date(), plain, plain
            continue
        moved = tuple(transition(zone, reading) if is_skipped(zone, reading) else instants(zone, reading)[0]
                      for reading in readings)
        yield opening.date(), plain, moved if moved[0] < moved[1] else None


def compare_windows(program):
    comparison = library.Comparison(f"{WHO} and zoneinfo, windows")
    for name in ZONES:
        zone = zoneinfo.ZoneInfo(name)
        for on, opens, closes in WEEKLY_WINDOWS + MONTHLY_WINDOWS:
            theirs = list(windows(zone, on, opens, closes))
            [answer] = library.ask(program, [f"windows {name} {(on.weekday + 1) % 7} {on.n or 0} {opens} {closes} "
                                             f"{theirs[0][1][0]} {theirs[-1][1][1]}"])
            found = iter(library.numbers(answer))
            ours = {datetime.datetime.fromtimestamp(start, zone).date(): (start, end) for start, end in zip(found, found)}
            for date, plain, moved in theirs:
                mine = ours.pop(date, None)
                why = "at a time that the clocks skip" if plain != moved and mine == moved else None
                comparison.add((name, date, opens, closes), mine, plain, why)
            assert not ours, (name, on, opens, closes, ours)
    comparison.conclude()


compare_easter(sys.argv[1])
compare_holidays(sys.argv[1])
compare_windows(sys.argv[1])
