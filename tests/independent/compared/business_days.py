"""Business days by numpy: ten years, every date, 60 business days and 60 dates both ways.

numpy refuses a date that is no business day unless it is told which way to roll it first. Business days are counted strictly
after a date, so it is rolled away from the direction of the count: back to go on, forward to go back.

    business_days.py ANSWERS [FIRST_YEAR LAST_YEAR]

The years are 2015 to 2024 unless others are given; 1972 and 2098 are the utmost.
"""

import sys

import library

try:
    import numpy
except ModuleNotFoundError as missing:
    library.skip(missing)

first_year, last_year = sys.argv[2:] or ("2015", "2024")
FIRST, LAST = numpy.datetime64(f"{first_year}-01-01"), numpy.datetime64(f"{last_year}-12-31")
DATES = numpy.arange(FIRST, LAST + 1)
FAR = 60
STEPS = numpy.arange(-FAR, FAR + 1)


def number(date):
    return int(date.astype(int))


def numpys_calendar(program, name):
    """The closed weekdays of a calendar of the library, as numpy wants them; a year more on either side."""
    first, last = FIRST - 365, LAST + 365
    [open_days] = library.ask(program, [f"open {name} {number(first)} {number(last)}"])
    dates = numpy.arange(first, last + 1)
    closed = numpy.setdiff1d(dates[numpy.is_busday(dates)], numpy.array(library.numbers(open_days), "datetime64[D]"))
    return numpy.busdaycalendar(holidays=closed)


def asked(program, question, name):
    """A row for each date, a column for each step."""
    answers = library.ask(program, [f"{question} {name} {number(date)} {-FAR} {FAR}" for date in DATES])
    return numpy.array([numpy.fromstring(answer, int, sep=" ") for answer in answers])


def compare(what, name, dates, ours, theirs, why=lambda date, step, our: None):
    comparison = library.Comparison(f"numpy {numpy.__version__}, {name}, {what}")
    comparison.asked += int((ours == theirs).sum())
    for row, column in numpy.argwhere(ours != theirs):
        date, step, our = dates[row], STEPS[column], ours[row, column]
        comparison.add((date, step), our, theirs[row, column], why(date, step, our))
    comparison.conclude()


def advanced(dates, calendar):
    rolled = [numpy.busday_offset(dates, step, "backward" if step > 0 else "forward", busdaycal=calendar) for step in STEPS]
    return numpy.stack(rolled, axis=1).astype(int)


def counted(dates, calendar):
    return numpy.stack([numpy.busday_count(dates, dates + step, busdaycal=calendar) for step in STEPS], axis=1)


def not_rolled(date, step, our):
    return "for 0: here the date itself" if step == 0 and our == number(date) else None


for name in "federal", "banking":
    calendar = numpys_calendar(sys.argv[1], name)
    steps = asked(sys.argv[1], "advance", name)
    is_business_day = numpy.is_busday(DATES, busdaycal=calendar)
    for what, chosen, why in (
        ("from business days", is_business_day, []),
        ("from other days, rolled first", ~is_business_day, [not_rolled]),
    ):
        compare(what, name, DATES[chosen], steps[chosen], advanced(DATES[chosen], calendar), *why)
    compare("between", name, DATES, asked(sys.argv[1], "count", name), counted(DATES, calendar))
