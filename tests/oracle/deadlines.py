"""When the reference agreement's commitments are due, found by walking: see oracle.py."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, partial
from zoneinfo import ZoneInfo

EASTERN = ZoneInfo("America/New_York")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ONE_DAY = timedelta(days=1)
SECOND, MINUTE, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000  # instants and spans are integers: milliseconds
MONDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 3, 4, 5, 6

Span = tuple[int, int]  # half-open, [begin, end)
OpenMinutes = Callable[[int], bytes]  # UTC day since 1970 -> one byte per minute: 1 open, 0 closed


# ---- instants -------------------------------------------------------------------------------------------------------


def to_instant(when: datetime) -> int:
    if when.tzinfo is None:
        first, last = (when.replace(tzinfo=EASTERN, fold=fold) for fold in (0, 1))
        if first.utcoffset() != last.utcoffset():
            raise ValueError(f"{when.isoformat()} is skipped or repeated in US Eastern: give an offset")
        when = first
    instant, finer = divmod(when - EPOCH, timedelta(milliseconds=1))
    if finer:
        raise ValueError(f"{when.isoformat()} is finer than a millisecond")
    return instant


def parse_instant(text: str) -> int:
    return to_instant(datetime.fromisoformat(text))


def parse_second(text: str) -> int:
    """Where seconds are counted: whole seconds since 1970."""
    second, finer = divmod(parse_instant(text), SECOND)
    if finer:
        raise ValueError(f"{text} is finer than a second")
    return second


def utc_text(instant: int | None) -> str:
    if instant is None:
        return "-"
    unit = "milliseconds" if instant % SECOND else "seconds"
    return (EPOCH + timedelta(milliseconds=instant)).isoformat(timespec=unit).replace("+00:00", "Z")


def local(instant: int) -> datetime:
    return (EPOCH + timedelta(milliseconds=instant)).astimezone(EASTERN)


def at_hour(day: date, hour: int) -> int:
    """The instant of a whole hour, 0 to 24, of a civil day in US Eastern."""
    return to_instant(datetime.combine(day + hour // 24 * ONE_DAY, time(hour % 24)))


def days_from(day: date, step: int = 1) -> Iterator[date]:
    while True:
        yield day
        day += step * ONE_DAY


# ---- which days count -----------------------------------------------------------------------------------------------


def is_nth(day: date, n: int, weekday: int, month: int) -> bool:
    """Is `day` the n-th such weekday of the month?"""
    if day.month != month or day.weekday() != weekday:
        return False
    return n == sum(day.replace(day=d).weekday() == weekday for d in range(1, day.day + 1))


def is_legal_holiday(day: date) -> bool:
    """5 U.S.C. 6103(a), with the years in which each line has been law since 1971; the dates themselves."""
    year, month_day = day.year, (day.month, day.day)
    return (
        month_day == (1, 1)  # New Year's Day
        or (year >= 1986 and is_nth(day, 3, MONDAY, 1))  # Birthday of Martin Luther King, Jr.
        or is_nth(day, 3, MONDAY, 2)  # Washington's Birthday
        or (day.month == 5 and day.weekday() == MONDAY and (day + 7 * ONE_DAY).month == 6)  # Memorial Day
        or (year >= 2021 and month_day == (6, 19))  # Juneteenth National Independence Day
        or month_day == (7, 4)  # Independence Day
        or is_nth(day, 1, MONDAY, 9)  # Labor Day
        or is_nth(day, 2, MONDAY, 10)  # Columbus Day
        or (year <= 1977 and is_nth(day, 4, MONDAY, 10))  # Veterans Day, Public Law 90-363
        or (year >= 1978 and month_day == (11, 11))  # Veterans Day, Public Law 94-97
        or is_nth(day, 4, THURSDAY, 11)  # Thanksgiving Day
        or month_day == (12, 25)  # Christmas Day
    )


@lru_cache(maxsize=None)
def is_business_day(day: date) -> bool:
    """Monday to Friday without observed holidays: 5 U.S.C. 6103(b) moves a Saturday's holiday to the Friday before,
    Executive Order 11582 a Sunday's to the Monday after."""
    if not 1971 <= day.year <= 2099:
        raise ValueError(f"{day} is outside the calendar's coverage, 1971 to 2099")
    if day.weekday() >= SATURDAY or is_legal_holiday(day):
        return False
    if day.weekday() == FRIDAY and is_legal_holiday(day + ONE_DAY):
        return False
    return not (day.weekday() == MONDAY and is_legal_holiday(day - ONE_DAY))


# The paschal full moon by golden number (year % 19), as the church's calendar prints it for 1900 to 2199.
PASCHAL_MOON = "4-14 4-03 3-23 4-11 3-31 4-18 4-08 3-28 4-16 4-05 3-25 4-13 4-02 3-22 4-10 3-30 4-17 4-07 3-27".split()


@lru_cache(maxsize=None)
def is_desk_open(day: date) -> bool:
    """The support desk is closed on 25 December, 1 January and Easter Sunday, the dates themselves."""
    month, day_of_month = map(int, PASCHAL_MOON[day.year % 19].split("-"))
    after_moon = days_from(date(day.year, month, day_of_month) + ONE_DAY)
    easter = next(d for d in after_moon if d.weekday() == SUNDAY)
    return (day.month, day.day) not in ((12, 25), (1, 1)) and day != easter


# ---- readings -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """How the agreement's open questions are read; the defaults are the readings as written."""

    opens: int = 0  # business hours, Monday to Friday, in whole hours
    closes: int = 24
    within_one_day: bool = False  # hours that do not fit into one business day start again at the next opening
    business_date: bool = False  # a receipt outside business hours counts as received at the next opening
    same_time_of_day: bool = False  # due at the time of receipt, not at the close of the last day
    clock_pauses: bool = False  # elapsed time stands still while the desk is closed


AS_WRITTEN = Reading()
READINGS = {
    "as_written": AS_WRITTEN,
    "office_hours": Reading(9, 17),
    "within_one_day": Reading(within_one_day=True),
    "business_date": Reading(business_date=True),
    "same_time_of_day": Reading(same_time_of_day=True),
    "clock_pauses": Reading(clock_pauses=True),
    "office_hours_business_date_same_time_of_day": Reading(9, 17, business_date=True, same_time_of_day=True),
}


# ---- walking minutes ------------------------------------------------------------------------------------------------


def open_minutes(utc_day: int, is_open: Callable[[datetime], bool]) -> bytes:
    """Asks for every hour of a UTC day: US Eastern is whole hours away from UTC, and what is asked changes at whole hours."""
    hours = (local(utc_day * DAY + hour * HOUR) for hour in range(24))
    return b"".join(bytes([is_open(hour)] * 60) for hour in hours)


@lru_cache(maxsize=None)
def business_minutes(opens: int, closes: int, utc_day: int) -> bytes:
    return open_minutes(utc_day, lambda hour: opens <= hour.hour < closes and is_business_day(hour.date()))


@lru_cache(maxsize=None)
def desk_minutes(utc_day: int) -> bytes:
    return open_minutes(utc_day, lambda hour: is_desk_open(hour.date()))


@lru_cache(maxsize=None)
def all_minutes(utc_day: int) -> bytes:
    return bytes([1] * 1440)


def walk(start: int, minutes: OpenMinutes, pauses: Iterable[Span]) -> Iterator[tuple[int, int, bool]]:
    """Steps of at most a minute, cut where a pause begins or ends: (begin, end, counts)."""
    edges = sorted(edge for pause in pauses for edge in pause)
    while True:
        end = (start // MINUTE + 1) * MINUTE
        end = min([end, *(edge for edge in edges if edge > start)])
        is_open = minutes(start // DAY)[start % DAY // MINUTE] == 1
        yield start, end, is_open and not any(begin <= start < stop for begin, stop in pauses)
        start = end


def add_open_time(start: int, target: int, minutes: OpenMinutes, pauses: Iterable[Span] = ()) -> int:
    """The smallest instant at which the open time since `start` equals `target`."""
    for begin, end, counts in walk(start, minutes, pauses):
        if target == 0:
            return begin
        if counts and target <= end - begin:
            return begin + target
        target -= (end - begin) * counts
    raise AssertionError("a walk does not end")


def open_time_between(start: int, end: int, minutes: OpenMinutes) -> int:
    total = 0
    for begin, stop, counts in walk(start, minutes, ()):
        if begin >= end:
            return total
        total += (min(stop, end) - begin) * counts
    raise AssertionError("a walk does not end")


# ---- when a commitment is due ---------------------------------------------------------------------------------------


def due_after_elapsed(start: int, hours: int, reading: Reading, pauses: Iterable[Span]) -> int:
    return add_open_time(start, hours * HOUR, desk_minutes if reading.clock_pauses else all_minutes, pauses)


def due_after_business_time(start: int, hours: int, reading: Reading, pauses: Iterable[Span]) -> int:
    minutes = partial(business_minutes, reading.opens, reading.closes)
    if not reading.within_one_day:
        return add_open_time(start, hours * HOUR, minutes, pauses)
    for day in days_from(local(start).date()):
        if is_business_day(day) and start < at_hour(day, reading.closes):
            due = add_open_time(max(start, at_hour(day, reading.opens)), hours * HOUR, minutes, pauses)
            if due <= at_hour(day, reading.closes):
                return due
    raise AssertionError("days do not end")


def due_after_business_days(start: int, target: int, reading: Reading, pauses: Iterable[Span]) -> int:
    received = start
    if reading.business_date:
        minutes = partial(business_minutes, reading.opens, reading.closes)
        received = next(begin for begin, _, counts in walk(start, minutes, ()) if counts)
    day = local(received).date()
    for _ in range(target):
        day = next(d for d in days_from(day + ONE_DAY) if is_business_day(d))
    due = at_hour(day, reading.closes)
    if reading.same_time_of_day:
        same_time = to_instant(datetime.combine(day, local(received).time()))
        due = min(max(same_time, at_hour(day, reading.opens)), due)
    if not pauses:
        return due
    minutes = partial(business_minutes, reading.opens, reading.closes)
    return add_open_time(start, open_time_between(start, due, minutes), minutes, pauses)


def response_due(severity: int, reported: int, reading: Reading = AS_WRITTEN, pauses: Iterable[Span] = ()) -> int:
    if severity == 1:
        return due_after_elapsed(reported, 2, reading, pauses)
    if severity == 2:
        return due_after_business_time(reported, 4, reading, pauses)
    return due_after_business_days(reported, {3: 1, 4: 2}[severity], reading, pauses)


def resolution_due(
    severity: int, reported: int, confirmed: int | None, reading: Reading = AS_WRITTEN, pauses: Iterable[Span] = ()
) -> int | None:
    """None: severity 4 promises none, and severity 1's clock has not started before the confirmation."""
    if severity == 4 or (severity == 1 and confirmed is None):
        return None
    if severity == 1:
        return due_after_elapsed(confirmed, 24, reading, pauses)
    return due_after_business_days(reported, {2: 3, 3: 30}[severity], reading, pauses)


def earliest_start(announced: int) -> int:
    """Day 0 is the date of the announcement; three full business days follow."""
    return due_after_business_days(announced, 3, AS_WRITTEN, ())


def latest_notice_before(start: int) -> int:
    """Exclusive: the end of the last day on which an announcement is early enough."""
    days = days_from(local(start).date(), -1)
    return at_hour(next(day for day in days if earliest_start(at_hour(day, 12)) <= start), 24)
