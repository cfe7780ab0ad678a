"""The worked examples of the reference agreement, each checked against the oracle: run `oracle.py self-test`.

Civil times are US Eastern. The rows read like a table: what was asked, then the answers in the order of the columns.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from deadlines import (
    DAY,
    FRIDAY,
    HOUR,
    READINGS,
    SATURDAY,
    SECOND,
    at_hour,
    days_from,
    earliest_start,
    is_business_day,
    is_desk_open,
    latest_notice_before,
    local,
    parse_instant,
    resolution_due,
    response_due,
)
from oracle import DOWN, UP, Month, month_of_outages

# received | S1, S2, S3, S4 response | S1, S2, S3 resolution
AS_WRITTEN = """
2025-07-03T15:30 2025-07-03T17:30 2025-07-03T19:30 2025-07-08T00:00 2025-07-09T00:00 2025-07-04T15:30 2025-07-10T00:00 2025-08-16T00:00
2025-07-04T10:00 2025-07-04T12:00 2025-07-07T04:00 2025-07-08T00:00 2025-07-09T00:00 2025-07-05T10:00 2025-07-10T00:00 2025-08-16T00:00
2026-11-20T22:00 2026-11-21T00:00 2026-11-23T02:00 2026-11-24T00:00 2026-11-25T00:00 2026-11-21T22:00 2026-11-26T00:00 2027-01-07T00:00
2026-11-25T16:30 2026-11-25T18:30 2026-11-25T20:30 2026-11-28T00:00 2026-12-01T00:00 2026-11-26T16:30 2026-12-02T00:00 2027-01-12T00:00
2026-12-24T23:00 2026-12-25T01:00 2026-12-28T03:00 2026-12-29T00:00 2026-12-30T00:00 2026-12-25T23:00 2026-12-31T00:00 2027-02-10T00:00
2027-12-30T15:00 2027-12-30T17:00 2027-12-30T19:00 2028-01-04T00:00 2028-01-05T00:00 2027-12-31T15:00 2028-01-06T00:00 2028-02-15T00:00
"""

# received | S2, S3 response | S2, S3 resolution
OFFICE_HOURS = """
2025-07-03T15:30 2025-07-07T11:30 2025-07-07T17:00 2025-07-09T17:00 2025-08-15T17:00
2026-11-20T22:00 2026-11-23T13:00 2026-11-23T17:00 2026-11-25T17:00 2027-01-06T17:00
2027-12-30T15:00 2028-01-03T11:00 2028-01-03T17:00 2028-01-05T17:00 2028-02-14T17:00
"""

# reading | severity | received | response
OTHER_READINGS = """
within_one_day 2 2026-11-20T22:00 2026-11-23T04:00
business_date 3 2026-11-21T12:00 2026-11-25T00:00
same_time_of_day 3 2025-07-04T10:00 2025-07-07T10:00
clock_pauses 1 2026-12-24T23:00 2026-12-26T01:00
office_hours_business_date_same_time_of_day 3 2026-11-20T22:00 2026-11-24T09:00
"""

# announced | may start
EARLIEST_START = """
2026-11-20T22:00 2026-11-26T00:00
2026-11-21T12:00 2026-11-26T00:00
2026-11-25T16:30 2026-12-02T00:00
"""

# starts | announced before
LATEST_NOTICE = """
2026-11-20T14:00 2026-11-17T00:00
2026-12-01T02:00 2026-11-25T00:00
"""

# November 2026; the last one is the night that has an hour twice
OUTAGES = """
2026-11-06T20:45 2026-11-06T22:10
2026-11-06T22:05 2026-11-06T22:20
2026-10-31T23:50 2026-11-01T00:10
2026-11-01T00:30 2026-11-01T03:30
"""


class Check(NamedTuple):
    question: str
    expected: object
    answer: object


def lines(table: str) -> Iterator[list[str]]:
    return (line.split() for line in table.strip().splitlines())


def civil(instant: int | None) -> str:
    return "-" if instant is None else local(instant).strftime("%Y-%m-%dT%H:%M")


def deadline_checks() -> Iterator[Check]:
    tables = (
        ("as_written", AS_WRITTEN, (("response", (1, 2, 3, 4)), ("resolution", (1, 2, 3)))),
        ("office_hours", OFFICE_HOURS, (("response", (2, 3)), ("resolution", (2, 3)))),
    )
    for reading, table, columns in tables:
        headings = [(commitment, severity) for commitment, severities in columns for severity in severities]
        for received, *expected in lines(table):
            start = parse_instant(received)
            for (commitment, severity), due in zip(headings, expected, strict=True):
                if commitment == "response":
                    answer = response_due(severity, start, READINGS[reading])
                else:
                    answer = resolution_due(severity, start, start, READINGS[reading])
                yield Check(f"{reading}: severity {severity} {commitment}, {received}", due, civil(answer))
    for reading, severity, received, due in lines(OTHER_READINGS):
        answer = response_due(int(severity), parse_instant(received), READINGS[reading])
        yield Check(f"{reading}: severity {severity} response, {received}", due, civil(answer))
    yield Check("as_written: severity 4 resolution", None, resolution_due(4, 0, 0))


def notice_checks() -> Iterator[Check]:
    for announced, start in lines(EARLIEST_START):
        yield Check(f"notice: announced {announced}, may start", start, civil(earliest_start(parse_instant(announced))))
    for start, before in lines(LATEST_NOTICE):
        yield Check(f"notice: starts {start}, announced before", before, civil(latest_notice_before(parse_instant(start))))


def availability_checks() -> Iterator[Check]:
    for year, month, group, minutes, in_windows in (
        (2026, 11, "common", 43_260, 240),
        (2026, 11, "spark", 43_260, 960),
        (2026, 1, "common", 44_640, 300),
        (2026, 1, "spark", 44_640, 1_200),
        (2026, 3, "common", 44_580, 240),
    ):
        period = Month(year, month, group, UP)
        yield Check(f"minutes of {year}-{month:02}, {group}", minutes * 60, len(period.seconds))
        windows = sum(end - begin for begin, end in period.windows())
        yield Check(f"minutes in windows of {year}-{month:02}, {group}", in_windows * 60, windows)
    outages = [tuple(parse_instant(edge) // SECOND for edge in line) for line in lines(OUTAGES)]
    for count, unavailable in ((4, 17_100), (3, 2_700)):
        month = month_of_outages(2026, 11, "common", outages[:count])
        yield Check(f"November 2026, {count} outages: unavailable seconds", unavailable, month.count(DOWN))
        yield Check(f"November 2026, {count} outages: met", False, month.is_met(month.count(DOWN)))
    over_ms = month.count(DOWN) * 1_000 - len(month.seconds)
    yield Check("November 2026, 3 outages: missed by, in milliseconds", 104_400, over_ms)


def calendar_checks() -> Iterator[Check]:
    def has_clock_change(day: date, begin: int, end: int) -> bool:
        return at_hour(day, end) - at_hour(day, begin) != (end - begin) * HOUR

    days = [day for day, _ in zip(days_from(date(2007, 1, 1)), range(93 * 366)) if day.year <= 2099]
    windows = [has_clock_change(day, 21, 22) for day in days if day.weekday() == FRIDAY]
    windows += [has_clock_change(day, 0, 3) for day in days if day.weekday() == SATURDAY]
    yield Check("windows that meet a change of the clocks, 2007 to 2099", 0, sum(windows))
    closed = [at_hour(day, 24) - at_hour(day, 0) for day in days if not is_desk_open(day)]
    yield Check("closed dates of 23 or 25 hours, 2007 to 2099", 0, sum(length != DAY for length in closed))
    yield Check("closed dates, 2007 to 2099", 3 * 93, len(closed))
    yield Check("Friday 2020-07-03 is a business day", False, is_business_day(date(2020, 7, 3)))
    yield Check("Friday 2021-12-31 is a business day", False, is_business_day(date(2021, 12, 31)))


def check_all() -> bool:
    """Prints every check; is every one right?"""
    checks = [*deadline_checks(), *notice_checks(), *availability_checks(), *calendar_checks()]
    for question, expected, answer in checks:
        verdict = "ok" if answer == expected else f"WRONG, expected {expected}"
        print(f"{question:<95} {answer!s:<17} {verdict}")
    wrong = sum(answer != expected for _, expected, answer in checks)
    print(f"{len(checks)} checks, {wrong} wrong")
    return wrong == 0
