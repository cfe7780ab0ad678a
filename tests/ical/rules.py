"""Random yearly rules over every BY-part, expanded by the library and by python-dateutil: the same dates, or refused where the
library says that a rule has more than one meaning.

Weeks are counted here, day by day: dateutil 2.8 leaves out 2022-01-01, which ISO 8601 has in the 52nd week of 2021, and has
2011-01-01 in a 53rd week of 2010, which has 52.

    rules.py RULES [COUNT]    RULES is the program of rules.cpp
"""

import collections
import datetime
import random
import subprocess
import sys

try:
    from dateutil.rrule import rrulestr
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
YEARS = 12  # of each rule, as in rules.cpp


def numbers(pick, most, least=1):
    """One to four numbers, some counted from the end."""
    chosen = {pick.randint(least, most) * pick.choice([1, 1, -1]) for _ in range(pick.randint(1, 4))}
    return ",".join(map(str, sorted(chosen)))


def weekdays(pick, most):
    chosen = pick.sample(DAYS, pick.randint(1, 4))
    if pick.random() < 0.4:
        return ",".join(chosen)
    return ",".join(f"{pick.choice(['', '+', '-'])}{pick.randint(1, most)}{day}" for day in chosen)


def random_rule(pick):
    parts = {"FREQ": "YEARLY"}
    if pick.random() < 0.5:
        parts["BYMONTH"] = ",".join(map(str, sorted(pick.sample(range(1, 13), pick.randint(1, 4)))))
    if pick.random() < 0.35:
        parts["BYMONTHDAY"] = numbers(pick, 31)
    if pick.random() < 0.15:
        parts["BYYEARDAY"] = ",".join(numbers(pick, 366) for _ in range(pick.choice([1, 1, 20])))
    if pick.random() < 0.3:
        parts["BYWEEKNO"] = pick.choice([numbers(pick, 53), "1", "-1", "52", "53", "-53"])
    if pick.random() < 0.6:
        parts["BYDAY"] = weekdays(pick, 5 if "BYMONTH" in parts else 53)
    if any(part.startswith("BY") for part in parts) and pick.random() < 0.25:
        parts["BYSETPOS"] = numbers(pick, 5)
    if pick.random() < 0.3:
        parts["INTERVAL"] = str(pick.randint(1, 5))
    if pick.random() < 0.3:
        parts["WKST"] = pick.choice(DAYS)
    end = pick.random()
    if end < 0.2:
        parts["COUNT"] = str(pick.randint(1, 40))
    elif end < 0.4:
        parts["UNTIL"] = f"{pick.randint(2000, 2070)}{pick.randint(1, 12):02}{pick.randint(1, 28):02}"
    order = list(parts)
    pick.shuffle(order)
    return {part: parts[part] for part in order}


def has_one_meaning(parts):
    """False for what the library says that it refuses."""
    if "BYWEEKNO" not in parts:
        return True
    numbered = any(letter.isdigit() for letter in parts.get("BYDAY", "1"))
    return not numbered and "BYSETPOS" not in parts and parts.get("INTERVAL", "1") == "1"


def weeks_of(year, starts_on):
    """Each day of the weeks of a year, with the number of its week from the first on and from the last one back."""
    day = datetime.date(year, 1, 1)
    while day.weekday() != starts_on:
        day -= datetime.timedelta(1)
    starts = [day + datetime.timedelta(7 * n) for n in range(54)]
    starts = [start for start in starts if sum((start + datetime.timedelta(n)).year == year for n in range(7)) >= 4]
    return {start + datetime.timedelta(n): (number, number - len(starts) - 1)
            for number, start in enumerate(starts, 1) for n in range(7)}


WEEKS = {day: [] for day in DAYS}
for year in range(1989, 2060):
    for number, day in enumerate(DAYS):
        WEEKS[day].append(weeks_of(year, number))
WEEKS = {day: {date: numbers for year in years for date, numbers in year.items()} for day, years in WEEKS.items()}
assert all(date.isocalendar().week == numbers[0] for date, numbers in WEEKS["MO"].items())


def by_dateutil(parts, start, years):
    datetime.MAXYEAR = start.year + years  # up to which dateutil looks for a date that never comes
    if "BYWEEKNO" not in parts or not has_one_meaning(parts):
        return list(rrulestr(in_order(parts), dtstart=start))
    rest = in_order({part: parts[part] for part in parts if part not in ("BYWEEKNO", "COUNT", "WKST")})
    numbers = set(map(int, parts["BYWEEKNO"].split(",")))
    weeks = WEEKS[parts.get("WKST", "MO")]
    dates = [date for date in rrulestr(rest, dtstart=start) if numbers & set(weeks[date.date()])]
    return dates[:int(parts.get("COUNT", len(dates)))]


def in_order(parts):
    return ";".join(f"{part}={value}" for part, value in parts.items())


def questions(pick, count):
    """Rules that fall on their own first date, with the dates of their first years."""
    while count > 0:
        parts = random_rule(pick)
        base = datetime.datetime(1990, 1, 1) + datetime.timedelta(pick.randrange(15000))
        first = next(iter(by_dateutil(parts, base, 4)), None)
        if first is None:
            continue
        dates = by_dateutil(parts, first, YEARS)
        if dates and dates[0] == first:
            count -= 1
            yield parts, f"{first:%Y%m%d} {in_order(parts)}", "".join(f"{date:%Y-%m-%d} " for date in dates)


def main(program, count):
    asked = list(questions(random.Random(5545), count))
    lines = subprocess.run([program], input="\n".join(line for _, line, _ in asked), capture_output=True, text=True,
                           check=True).stdout.splitlines()
    counts, wrong = collections.Counter(), collections.Counter()
    for (parts, line, expected), found in zip(asked, lines, strict=True):
        is_refused = found.startswith("rule.ics:")
        counts["refused" if is_refused else "expanded"] += 1
        if is_refused == has_one_meaning(parts) or not is_refused and found != expected:
            wrong[" ".join(sorted(part for part in parts if part.startswith("BY")))] += 1
            if sum(wrong.values()) <= 5:
                print(f"{line}\n    dateutil {expected[:200]}\n    library  {found[:200]}")
    print(f"{len(asked)} rules: {counts['expanded']} expanded, {counts['refused']} refused, {sum(wrong.values())} wrong")
    for kind, number in wrong.most_common():
        print(f"{number:7} with {kind or 'no BY-part'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20000))
