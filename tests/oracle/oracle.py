#!/usr/bin/env python3
"""A slow, independent oracle for the reference agreement.

It answers the questions the library answers, by walking: business days one day at a time, business hours one minute at a
time (the last step to the millisecond), availability one second at a time, holidays straight from the statute. It holds no
table and no closed formula, so it shares no algorithm, and no mistake, with what it checks. Python 3.11 or later with the
system's time-zone database; no package.

  oracle.py due --batch            columns severity, from, optional reading; adds response_due, resolution_due
  oracle.py notice --batch         columns direction (earliest_start, latest_notice_before), at; adds answer
  oracle.py availability --batch   columns year, month, offering_group (common, spark), outages (start/end;start/end or -);
                                   adds total_s, unavailable_s, met, percent_num, percent_den
  oracle.py report --tickets FILE --probes FILE --month YYYY-MM [--offering NAME]     JSON on standard output
  oracle.py self-test              prints every worked example of the agreement; exit status 1 if one differs

The batches read TSV with a header on standard input, find their columns by name and echo every input column. Instants are
ISO 8601; without offset they are US Eastern and refused where skipped or repeated; answers are UTC, `-` where none exists.
`from` serves as report and as confirmation. `reading` is one of READINGS. Exit status 2: bad input.

How tickets are judged (as written):
  * Every ticket of the file is judged at the end of the records, the latest instant of the two files.
  * The clocks start at the earlier of notified and identified, except severity 1's resolution: it starts at the first
    confirmed, which implies replicated, if that is later; a replicated that comes later moves nothing. Reported_otherwise
    starts no clock.
  * A response is met by the first responded, and by nothing else. A resolution is met by resolved or worked_around,
    whichever comes first; the other then changes nothing until the ticket is reopened. Closed is neither.
  * Withdrawn ends both clocks: what had been met or missed stays so, all else that was promised is withdrawn.
  * Reopened: the time since a remedy or a withdrawal is taken out of the clock that it ended, which then goes on; the
    verdict is that of the next end. A response that was met is not reopened. Holds are not recognised.
  * At every moment the due instant is that of the severity in force, from the original start. The target is missed, for
    good, at the first moment at which the ticket is open and that instant has passed: when the instant passes, or when a
    severity whose due instant has passed comes into force, be it for no time at all. A severity that is replaced at the
    very instant at which it is due misses nothing. An event exactly at the due instant is in time.
  * Events at one instant happen in the order of the file.
  * A ticket counts under the severity in force when its target was met or missed, otherwise under the last one.
  * A ticket's first severity is the first that any of its events states; then only severity_changed changes it.
  * A severity 1 resolution that is met before any confirmation is met: its due instant never came.

How probes are judged: between two probes of a service the state of the earlier one holds, across the end of a month, too;
before the first of all and after the last one the state is unknown; of several at one instant the worst counts. Down time in a maintenance window is excluded; up and unknown time there stay what they are. `met` leaves
unknown time out of the downtime, `met_worst_case` counts it as down. A service that was probed only before the month or only after it is not listed;
one whose record has no known second is not measurable (met and the percentages are null).
"""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import TextIO, TypeVar

from deadlines import (
    FRIDAY,
    READINGS,
    SATURDAY,
    SECOND,
    Span,
    at_hour,
    days_from,
    earliest_start,
    latest_notice_before,
    parse_instant,
    parse_second,
    resolution_due,
    response_due,
    utc_text,
)

Row = TypeVar("Row")

# ---- how a ticket went ----------------------------------------------------------------------------------------------

STATES = ("met", "missed", "running", "on_hold", "not_started", "withdrawn", "not_promised")
REPORTS = ("notified", "identified")
REMEDIES = ("resolved", "worked_around")
HOLDS = ("hold_started", "hold_ended")
OTHERS = ("severity_changed", "responded", "replicated", "confirmed", "closed", "reopened", "withdrawn", "reported_otherwise")
EVENTS = (*REPORTS, *REMEDIES, *HOLDS, *OTHERS)


@dataclass(frozen=True)
class Event:
    at: int
    kind: str
    severity: int | None


def closed_spans(events: list[Event], ends: tuple[str, ...]) -> list[Span]:
    """From the event that ends a clock to the one that reopens the ticket."""
    spans, closed_at = [], None
    for event in events:
        if event.kind in ends and closed_at is None:
            closed_at = event.at
        if event.kind == "reopened" and closed_at is not None:
            spans.append((closed_at, event.at))
            closed_at = None
    return spans


def first_at(events: list[Event], *kinds: str) -> int | None:
    return min((event.at for event in events if event.kind in kinds), default=None)


def judge(commitment: str, events: list[Event], as_of: int) -> tuple[str, int]:
    """The state of one commitment, and the severity it counts under."""
    reported, confirmed = first_at(events, *REPORTS), first_at(events, "confirmed")
    if reported is not None and confirmed is not None:
        confirmed = max(reported, confirmed)
    met_by = ("responded",) if commitment == "response" else REMEDIES
    pauses = closed_spans(events, (*met_by, "withdrawn"))

    @lru_cache(maxsize=None)
    def due(severity: int) -> int | None:
        if reported is None:
            return None
        if commitment == "response":
            return response_due(severity, reported, pauses=pauses)
        return resolution_due(severity, reported, confirmed, pauses=pauses)

    def has_passed(severity: int, at: int) -> bool:
        due_at = due(severity)
        return due_at is not None and due_at < at

    severity = next((event.severity for event in events if event.severity is not None), None)
    if severity is None:
        raise ValueError("a ticket without a severity")
    end = None
    for event in events:
        if end is None:
            if has_passed(severity, event.at):
                return "missed", severity
            ends = event.kind in (*met_by, "withdrawn")
            end = ("withdrawn" if event.kind == "withdrawn" else "met", severity) if ends else None
            if end is not None and commitment == "response" and event.kind == "responded":
                return end
        elif event.kind == "reopened":
            end = None
        if event.kind == "severity_changed":
            severity = event.severity
    if end is None and has_passed(severity, as_of):
        return "missed", severity
    level = severity if end is None else end[1]
    if commitment == "resolution" and level == 4:
        return "not_promised", level
    if end is not None:
        return end
    return "not_started" if due(severity) is None else "running", severity


def read_event(row: dict[str, str]) -> tuple[str, Event]:
    event = Event(parse_instant(row["at"]), row["event"], int(row["severity"]) if row["severity"] else None)
    if event.kind not in EVENTS or event.severity not in (None, 1, 2, 3, 4):
        raise ValueError(f"{event.kind} with severity {event.severity} is no event")
    if event.kind == "severity_changed" and event.severity is None:
        raise ValueError("severity_changed without a severity")
    return row["ticket"], event


def judge_tickets(rows: list[tuple[str, Event]], as_of: int) -> dict[str, object]:
    def no_counts() -> dict[str, dict[str, int]]:
        return {commitment: dict.fromkeys(STATES, 0) for commitment in ("response", "resolution")}

    total, by_severity = no_counts(), {str(severity): no_counts() for severity in (1, 2, 3, 4)}
    tickets: dict[str, list[Event]] = {}
    for ticket, event in sorted(rows, key=lambda row: row[1].at):
        tickets.setdefault(ticket, []).append(event)
    for ticket, events in tickets.items():
        for commitment in total:
            try:
                state, severity = judge(commitment, events, as_of)
            except ValueError as error:
                raise ValueError(f"ticket {ticket}: {error}") from error
            total[commitment][state] += 1
            by_severity[str(severity)][commitment][state] += 1
    return {**total, "by_severity": by_severity}


# ---- how available a service was ------------------------------------------------------------------------------------

UP, DOWN, EXCLUDED, UNKNOWN = b"u", b"d", b"x", b"?"
COMMON = (
    "managementor",
    "business_publishing_collection",
    "hbr_spark",
    "leadership_skill_camps",
    "learning_sprints",
    "blended_programs",
)


def offering_group(name: str) -> str:
    """`common` or `spark` for an offering's name, in any case and with any separators, with or without Harvard."""
    plain = "_".join("".join(c if c.isalnum() else " " for c in name.casefold()).split()).removeprefix("harvard_")
    if plain in ("spark", "managementor_spark"):
        return "spark"
    if plain in ("common", *COMMON):
        return "common"
    raise ValueError(f"{name} is no offering of this agreement")


class Month:
    """One byte per second of a civil month in US Eastern, measured in real time."""

    def __init__(self, year: int, month: int, group: str, state: bytes) -> None:
        self.days = [day for day, _ in zip(days_from(date(year, month, 1)), range(31)) if day.month == month]
        self.begin = at_hour(self.days[0], 0) // SECOND
        self.end = at_hour(self.days[-1], 24) // SECOND
        self.group = {"common": "common", "spark": "spark"}[group]
        self.seconds = bytearray(state * (self.end - self.begin))

    def windows(self) -> Iterator[Span]:
        """The scheduled maintenance windows, resolved on every date."""
        for day in self.days:
            if self.group == "spark" and day.weekday() == SATURDAY:
                yield at_hour(day, 0) // SECOND, at_hour(day, 3) // SECOND
            if day.weekday() == FRIDAY:
                yield at_hour(day, 21) // SECOND, at_hour(day, 22) // SECOND

    def record(self, begin: int, end: int, state: bytes) -> None:
        if end < begin:
            raise ValueError(f"ends at {utc_text(end * SECOND)} before it begins at {utc_text(begin * SECOND)}")
        begin, end = (min(max(second, self.begin), self.end) - self.begin for second in (begin, end))
        self.seconds[begin:end] = state * (end - begin)

    def count(self, state: bytes) -> int:
        return self.seconds.count(state)

    def exclude_windows(self) -> None:
        for begin, end in self.windows():
            window = slice(begin - self.begin, end - self.begin)
            self.seconds[window] = self.seconds[window].replace(DOWN, EXCLUDED)

    def percentage(self) -> Fraction:
        total = len(self.seconds)
        return Fraction(100 * (total - self.count(DOWN)), total)

    def is_met(self, unavailable: int) -> bool:
        return unavailable * 1000 <= len(self.seconds)


def month_of_outages(year: int, month: int, group: str, outages: Iterable[Span]) -> Month:
    result = Month(year, month, group, UP)
    for begin, end in outages:
        result.record(begin, end, DOWN)
    result.exclude_windows()
    return result


def judge_service(service: str, probes: set[tuple[int, bytes]], month: Month) -> dict[str, object]:
    worst = {at: DOWN if (at, DOWN) in probes else UP for at, _ in probes}
    for begin, end in pairwise(sorted(worst)):
        month.record(begin, end, worst[begin])
    month.exclude_windows()
    total, down, unknown = len(month.seconds), month.count(DOWN), month.count(UNKNOWN)
    measurable, percent = unknown < total, month.percentage()
    ten_thousandths = percent.numerator * 10_000 // percent.denominator
    return {
        "service": service,
        "total_s": total,
        "up_s": month.count(UP),
        "down_s": down,
        "excluded_s": month.count(EXCLUDED),
        "unknown_s": unknown,
        "met": month.is_met(down) if measurable else None,
        "met_worst_case": month.is_met(down + unknown),
        "percent": f"{ten_thousandths // 10_000}.{ten_thousandths % 10_000:04}" if measurable else None,
        "percent_num": percent.numerator if measurable else None,
        "percent_den": percent.denominator if measurable else None,
    }


def judge_services(probes: list[tuple[int, str, bytes]], year: int, month: int, group: str) -> list[dict[str, object]]:
    period = Month(year, month, group, UNKNOWN)
    by_service: dict[str, set[tuple[int, bytes]]] = {}
    for at, service, state in probes:
        by_service.setdefault(service, set()).add((at, state))
    return [
        judge_service(name, seen, Month(year, month, group, UNKNOWN))
        for name, seen in sorted(by_service.items())
        if min(seen)[0] < period.end and max(seen)[0] >= period.begin
    ]


# ---- command line ---------------------------------------------------------------------------------------------------


def read_rows(file: TextIO, delimiter: str, read: Callable[[dict[str, str]], Row]) -> list[Row]:
    rows, results = csv.DictReader(file, delimiter=delimiter), []
    for row in rows:
        try:
            if None in row or None in row.values():
                raise ValueError("more or fewer fields than the header")
            results.append(read(row))
        except (ValueError, KeyError) as error:
            raise ValueError(f"{file.name}:{rows.line_num}: {error!r}") from error
    return results


def read_probe(row: dict[str, str]) -> tuple[int, str, bytes]:
    return parse_second(row["at"]), row["service"], {"up": UP, "down": DOWN}[row["state"]]


def report(arguments: argparse.Namespace) -> None:
    year, month = map(int, arguments.month.split("-"))
    with open(arguments.tickets, newline="", encoding="utf-8") as file:
        events = read_rows(file, ",", read_event)
    with open(arguments.probes, newline="", encoding="utf-8") as file:
        probes = read_rows(file, ",", read_probe)
    as_of = max([*(event.at for _, event in events), *(at * SECOND for at, _, _ in probes)])
    result = {
        "as_of": utc_text(as_of),
        "tickets": judge_tickets(events, as_of),
        "services": judge_services(probes, year, month, offering_group(arguments.offering)),
    }
    print(json.dumps(result, indent=2))


def answer_due(row: dict[str, str]) -> dict[str, object]:
    severity, start, reading = int(row["severity"]), parse_instant(row["from"]), READINGS[row.get("reading") or "as_written"]
    return {
        "response_due": utc_text(response_due(severity, start, reading)),
        "resolution_due": utc_text(resolution_due(severity, start, start, reading)),
    }


def answer_notice(row: dict[str, str]) -> dict[str, object]:
    question = {"earliest_start": earliest_start, "latest_notice_before": latest_notice_before}[row["direction"]]
    return {"answer": utc_text(question(parse_instant(row["at"])))}


def answer_availability(row: dict[str, str]) -> dict[str, object]:
    outages = [] if row["outages"] == "-" else [outage.split("/") for outage in row["outages"].split(";")]
    spans = [(parse_second(begin), parse_second(end)) for begin, end in outages]
    month = month_of_outages(int(row["year"]), int(row["month"]), row["offering_group"], spans)
    return {
        "total_s": len(month.seconds),
        "unavailable_s": month.count(DOWN),
        "met": int(month.is_met(month.count(DOWN))),
        "percent_num": month.percentage().numerator,
        "percent_den": month.percentage().denominator,
    }


BATCHES = {"due": answer_due, "notice": answer_notice, "availability": answer_availability}


def answer_batch(arguments: argparse.Namespace) -> None:
    answer = BATCHES[arguments.command]
    for number, row in enumerate(read_rows(sys.stdin, "\t", lambda row: row | answer(row))):
        if number == 0:
            print(*row, sep="\t")
        print(*row.values(), sep="\t")


def self_test(arguments: argparse.Namespace) -> None:
    from worked_examples import check_all  # it imports this module

    sys.exit(0 if check_all() else 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for name in BATCHES:
        command = commands.add_parser(name)
        command.add_argument("--batch", action="store_true", required=True)
        command.set_defaults(run=answer_batch)
    command = commands.add_parser("report")
    command.add_argument("--tickets", required=True)
    command.add_argument("--probes", required=True)
    command.add_argument("--month", required=True, metavar="YYYY-MM")
    command.add_argument("--offering", default="Harvard ManageMentor")
    command.set_defaults(run=report)
    commands.add_parser("self-test").set_defaults(run=self_test)
    arguments = parser.parse_args()
    try:
        arguments.run(arguments)
    except (ValueError, KeyError, OSError) as error:
        print(f"oracle: {error}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
