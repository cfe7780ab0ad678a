#!/usr/bin/env python3
"""Times numpy's business-day functions and its count of fast requests, vectorised; prints ns per answer as JSON."""

import datetime
import json
import statistics
import sys
import time

import numpy

COUNT = 1_000_000


def federal_holidays(first_year, last_year):
    """The dates on which federal holidays are observed, 5 U.S.C. 6103."""
    def nth(year, month, weekday, n):
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta((weekday - first.weekday()) % 7 + 7 * (n - 1))

    def observed(date):
        return date + datetime.timedelta({5: -1, 6: 1}.get(date.weekday(), 0))

    monday, thursday = 0, 3
    for year in range(first_year, last_year + 1):
        yield nth(year, 1, monday, 3)
        yield nth(year, 2, monday, 3)
        yield nth(year, 6, monday, 1) - datetime.timedelta(7)
        yield nth(year, 9, monday, 1)
        yield nth(year, 10, monday, 2)
        yield nth(year, 11, thursday, 4)
        fixed = [(1, 1), (7, 4), (11, 11), (12, 25)] + ([(6, 19)] if year >= 2021 else [])
        yield from (observed(datetime.date(year, month, day)) for month, day in fixed)


def ns_per_answer(call, answers, repetitions):
    def once():
        began = time.perf_counter_ns()
        call()
        return (time.perf_counter_ns() - began) / answers

    once()
    return statistics.median(once() for _ in range(repetitions))


def main():
    repetitions = 3 if "--quick" in sys.argv[1:] else 9
    random = numpy.random.default_rng(20261123)
    calendar = numpy.busdaycalendar(holidays=[str(day) for day in federal_holidays(2005, 2040)])
    days = numpy.datetime64("2010-01-01") + random.integers(0, 20 * 365, COUNT)
    starts = numpy.datetime64("2010-01-01") + random.integers(0, 10 * 365, COUNT)
    ends = starts + 3650 + random.integers(0, 7, COUNT)
    milliseconds = random.integers(0, 12_000, 10 * COUNT)
    ordinary = random.integers(0, 10, 10 * COUNT) < 9
    kinds = numpy.where(ordinary, 0, random.integers(1, 4, 10 * COUNT)).astype(numpy.int32)

    def advance(n):
        return lambda: numpy.busday_offset(days, n, roll="backward" if n > 0 else "forward", busdaycal=calendar)

    def measure(call, answers=COUNT):
        return ns_per_answer(call, answers, repetitions)

    print(json.dumps({
        "is_business_day": measure(lambda: numpy.is_busday(days, busdaycal=calendar)),
        "advance_30": measure(advance(30)),
        "advance_-30": measure(advance(-30)),
        "advance_1000": measure(advance(1000)),
        "business_days_between_ten_years": measure(
            lambda: numpy.busday_count(starts, ends, busdaycal=calendar)),
        "latency_count": measure(
            lambda: numpy.count_nonzero((milliseconds <= 10_000) & (kinds == 0)), 10 * COUNT),
    }, indent=2))


main()
