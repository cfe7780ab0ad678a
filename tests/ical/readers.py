"""What two other readers of iCalendar find in the calendars that the library writes, and in one that it reads: the same
instants, the same dates. Each calendar is also read with its zone renamed, so that the readers must follow the rules that
came with it and cannot take those of their own database.

    readers.py EXPORT
"""

import datetime
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import icalendar
    import recurring_ical_events
    import vobject
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

UTC = datetime.timezone.utc
HERE = pathlib.Path(__file__).parent
SPARK_WINDOWS_OF_2026 = 104


def in_utc(moment):
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def by_recurring_ical_events(text):
    if re.search(r"UNTIL=.*?END:VTIMEZONE", text, re.S):  # icalendar 4 takes no UNTIL there, which RFC 5545, 3.6.5 demands
        text = re.sub(r"BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n", "", text, flags=re.S)
        text = re.sub(r"Nowhere/\w+/", "", text)
    calendar = icalendar.Calendar.from_ical(text)
    for event in recurring_ical_events.of(calendar).between((1970, 1, 1), (2040, 1, 1)):
        start = event["DTSTART"].dt
        yield start, event["DTEND"].dt if "DTEND" in event else start, str(event["SUMMARY"])


def by_vobject(text):
    for event in vobject.readOne(text).vevent_list:
        start = event.dtstart.value
        length = (event.dtend.value if hasattr(event, "dtend") else start) - start
        for each in event.getrruleset(addRDate=True) or [start]:
            yield each, each + length, event.summary.value


def holidays_by_recurring_ical_events(text, first, last):
    calendar = icalendar.Calendar.from_ical(text)
    for event in recurring_ical_events.of(calendar).between(first, last + datetime.timedelta(1)):
        if str(event.get("STATUS")) != "CANCELLED":
            day = event["DTSTART"].dt
            end = max(event["DTEND"].dt, day + datetime.timedelta(1))  # where there is no DTEND it says the start
            while day < end:
                yield day, str(event["SUMMARY"])
                day += datetime.timedelta(1)


def compare(name, expected, found):
    if sorted(expected) == sorted(found):
        return 0
    print(f"{name}: expected, not found {sorted(set(expected) - set(found))[:5]}")
    print(f"{name}: found, not expected {sorted(set(found) - set(expected))[:5]}")
    return 1


def main(export):
    problems = entries = 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([export, folder, HERE / "holidays.ics"], check=True)
        for path in sorted(pathlib.Path(folder).glob("*.ics")):
            expected = [tuple(line.split()) for line in path.with_suffix(".txt").read_text().splitlines()]
            if path.stem == "spark" and len(expected) != SPARK_WINDOWS_OF_2026:
                problems += 1
                print(f"{len(expected)} windows of Spark in 2026, not {SPARK_WINDOWS_OF_2026}")
            text = path.read_bytes().decode()
            long_lines = [line for line in text.encode().split(b"\r\n") if len(line) > 75 or b"\n" in line]
            if long_lines or not text.endswith("END:VCALENDAR\r\n"):
                problems += 1
                print(f"{path.stem}: lines are not folded, or do not end with CR and LF: {long_lines[:3]}")
            renamed = re.sub(r"(TZID[:=])(?P<zone>[\w/]+)", rf"\1Nowhere/{path.stem}/\g<zone>", text)
            # vobject keeps the first zone of a name for all calendars that it reads.
            for reader, calendar in ((by_recurring_ical_events, text), (by_recurring_ical_events, renamed),
                                     (by_vobject, renamed)):
                found = [(in_utc(start), in_utc(end)) for start, end, _ in reader(calendar)]
                zone = "known" if calendar is text else "renamed"
                problems += compare(f"{path.stem}, {reader.__name__}, zone {zone}", expected, found)
            print(f"{path.stem}: {len(expected)} entries")
            entries += len(expected)

        summaries = {s for _, _, s in by_vobject((pathlib.Path(folder) / "once.ics").read_bytes().decode())}
        if 'R-1036: response due; the second half past one, "at night" — \\ — übrigens' not in summaries:
            problems += 1
            print(f"another summary: {summaries}")

        lines = (pathlib.Path(folder) / "holidays.txt").read_text().splitlines()
        expected = [tuple(line.split(" ", 1)) for line in lines]
        found = [(day.isoformat(), name) for day, name in holidays_by_recurring_ical_events(
            (HERE / "holidays.ics").read_bytes(), datetime.date(2024, 1, 1), datetime.date(2035, 12, 31))]
        problems += compare("holidays", expected, found)
        print(f"{entries} entries in all; holidays: {len(expected)} dates")
    return problems


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1]) else 0)
