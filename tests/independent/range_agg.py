"""Intervals by PostgreSQL, at random. Months of outages: the intervals of `sla availability --batch` and the library's maps
of seconds must find the unavailable seconds that PostgreSQL finds with range_agg, with its own zone rules, in each of them.
Pairs of sets: unite, intersect and subtract must be the +, * and - of multiranges.

    range_agg.py SLA SECOND_MAPS ANSWERS
"""

import datetime
import pathlib
import random
import subprocess
import sys
import zoneinfo

sys.path.append(str(pathlib.Path(__file__).parents[1] / "databases"))
import servers  # noqa: E402

MONTHS = 4000
NEW_YORK = zoneinfo.ZoneInfo("America/New_York")
CLOCKS_CHANGE = (3, 4, 10, 11)  # April and October until 2006
BY_RANGE_AGG = pathlib.Path(__file__).with_name("range_agg.sql")


def random_month(chance):
    """A year, a month, a group of offerings and outages in seconds since 1970."""
    year = chance.randrange(1990, 2037)
    month = chance.choice(CLOCKS_CHANGE) if chance.random() < 0.5 else chance.randrange(1, 13)
    first = datetime.datetime(year, month, 1, tzinfo=NEW_YORK)
    begin = int(first.timestamp())
    end = int(datetime.datetime(year + month // 12, month % 12 + 1, 1, tzinfo=NEW_YORK).timestamp())
    outages = []
    for _ in range(chance.choice((0, 1, 2, 5, 12))):
        near = chance.choice((begin, end, chance.randrange(begin, end), chance.randrange(begin, end)))
        start = near + chance.randrange(-7200, 7200)
        outages.append((start, start + chance.choice((0, 1, 60, chance.randrange(3600), chance.randrange(3 * 86400)))))
    if outages and chance.random() < 0.3:  # adjacent, repeated
        outages += [(outages[0][1], outages[0][1] + 90), outages[-1]]
    return year, month, chance.choice(("common", "spark")), outages


def table(months, text_of):
    """The months as a table in TSV."""
    lists = (";".join(f"{text_of(start)}/{text_of(end)}" for start, end in outages) or "-" for *_, outages in months)
    return [f"{year}\t{month}\t{group}\t{text}" for (year, month, group, _), text in zip(months, lists)]


def iso(second):
    return datetime.datetime.fromtimestamp(second, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def output(command, lines):
    return subprocess.run(command, input="\n".join([*lines, ""]), capture_output=True, text=True, check=True).stdout


def by_intervals(program, months):
    header, *answers = output([program, "availability", "--batch"],
                              ["year\tmonth\toffering_group\toutages", *table(months, iso)]).splitlines()
    column = header.split("\t").index("unavailable_s")
    return [int(answer.split("\t")[column]) for answer in answers]


def by_maps(program, months):
    return list(map(int, output([program], table(months, str)).split()))


def by_postgresql(database, months):
    rows = [f"INSERT INTO month VALUES ({n}, '{year}-{month}-1', '{group}');"
            for n, (year, month, group, _) in enumerate(months)]
    outages = [f"{n}\t[{iso(start)},{iso(end)})" for n, (*_, all_of_it) in enumerate(months) for start, end in all_of_it]
    tables, question = BY_RANGE_AGG.read_text().split("-- The question.\n")
    loaded = [*rows, "COPY outage FROM STDIN;", *outages, "\\."]
    return list(map(int, database.run(stdin="\n".join([tables, *loaded, question]))))


# ---- Sets -----------------------------------------------------------------------------------------------------------

PAIRS = 4000
OPERATIONS = {"unite": "+", "intersect": "*", "subtract": "-"}


def random_set(chance):
    """Intervals that overlap, touch, repeat or are empty, in any order."""
    begins = [chance.randrange(-50, 50) for _ in range(chance.choice((0, 1, 3, 8, 20)))]
    return [(begin, begin + chance.choice((0, 1, 2, 5, 30))) for begin in begins]


def sets_by_postgresql(database, pairs):
    def multirange(intervals):
        return "{" + ",".join(f"[{start},{end})" for start, end in intervals) + "}"

    answers = ", ".join(f"a {operator} b" for operator in OPERATIONS.values())
    return database.run(stdin="\n".join([
        "CREATE TABLE pair (id serial, a int8multirange, b int8multirange);", "COPY pair (a, b) FROM STDIN;",
        *(f"{multirange(a)}\t{multirange(b)}" for a, b in pairs), "\\.", f"SELECT {answers} FROM pair ORDER BY id;"]))


def sets_by_library(program, pairs):
    def text(intervals):
        return ";".join(f"{start}/{end}" for start, end in intervals) or "-"

    questions = [f"{operation} {text(a)} {text(b)}" for a, b in pairs for operation in OPERATIONS]
    found = iter(output([program], questions).split("\n"))
    for _ in pairs:
        sets = [next(found).replace("/", ",").split(";") for _ in OPERATIONS]
        yield "\t".join("{" + ",".join(f"[{member})" for member in members if member) + "}" for members in sets)


if __name__ == "__main__":
    with servers.postgresql() as server:
        asked = [random_month(chance) for chance in map(random.Random, range(MONTHS))]
        expected = by_postgresql(server, asked)
        pairs = [(random_set(chance), random_set(chance)) for chance in map(random.Random, range(PAIRS))]
        expected_sets = sets_by_postgresql(server, pairs)
        found = {"the intervals": by_intervals(sys.argv[1], asked), "the maps": by_maps(sys.argv[2], asked)}
    assert len(expected) == MONTHS and sum(map(bool, expected)) > MONTHS // 2
    for who, answers in found.items():
        wrong = [(month, a, b) for month, a, b in zip(asked, expected, answers, strict=True) if a != b]
        assert not wrong, f"{who}: {len(wrong)} of {MONTHS} months differ, first {wrong[0]}"
    print(f"{MONTHS} months, {sum(len(month[3]) for month in asked)} outages, {sum(expected)} s unavailable: all agree")
    wrong = [each for each in zip(pairs, expected_sets, sets_by_library(sys.argv[3], pairs), strict=True) if each[1] != each[2]]
    assert not wrong, f"sets: {len(wrong)} of {PAIRS} pairs differ, first {wrong[0]}"
    print(f"{PAIRS} pairs of sets, {PAIRS * len(OPERATIONS)} answers, {len(set(expected_sets))} of them different: all agree")
