#!/usr/bin/env python3
"""Compares the program sla with the slow oracle: same questions, same answers.

  compare.py PROGRAM ORACLE_DIR DATA_DIR     `sla report` on DATA_DIR/tickets.csv and probes.csv, over months and offerings
  compare.py PROGRAM ORACLE_DIR --random     a few thousand random lines for `due`, `notice` and `availability`
  compare.py PROGRAM ORACLE_DIR --probes     reports on random probes, month by month, and their sums

Exit status: 0 they agree, 1 they differ, 2 one of them failed, 77 DATA_DIR holds no records.
"""

import csv
import hashlib
import io
import json
import random
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

MONTHS = ("2024-05", "2024-11", "2024-12", "2025-10", "2026-04")
GROUPS = ("common", "spark")

# The program's names for readings and the oracle's.
READINGS = {
    "": "",
    "as_written": "as_written",
    "office_hours": "office_hours",
    "one_day": "within_one_day",
    "business_date": "business_date",
    "same_time": "same_time_of_day",
    "desk_pauses": "clock_pauses",
    "office_same_time": "office_hours_business_date_same_time_of_day",
}

Row = dict[str, str]


def run(command: list[str], stdin: str = "") -> str:
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"failed with {done.returncode}: {' '.join(command)}\n{done.stderr}", file=sys.stderr)
        sys.exit(2)
    return done.stdout


class Comparison:
    """Counts figures, and prints the ones that differ."""

    def __init__(self) -> None:
        self.figures = 0
        self.differences = 0

    def check(self, what: str, program: object, oracle: object) -> None:
        self.figures += 1
        if program != oracle:
            self.differences += 1
            print(f"{what}: sla says {program}, the oracle {oracle}")

    def finish(self) -> None:
        print(f"{self.figures} figures compared, {self.differences} differ")
        sys.exit(1 if self.differences else 0)


# ---- reports on real records ----------------------------------------------------------------------------------------

SHARED_KEYS = ("total_s", "up_s", "down_s", "excluded_s", "unknown_s", "met", "percent", "percent_num", "percent_den")


def compare_services(comparison: Comparison, what: str, ours: list[dict], theirs: list[dict]) -> None:
    comparison.check(f"{what} services", [s["service"] for s in ours], [s["service"] for s in theirs])
    for program, oracle in zip(ours, theirs):
        for key in SHARED_KEYS:
            comparison.check(f"{what} {program['service']} {key}", program[key], oracle[key])
        if program["met"] is not None:
            worst_case = program["met_if_unknown_is_down"], oracle["met_worst_case"]
            comparison.check(f"{what} {program['service']} worst case", *worst_case)


def compare_tickets(comparison: Comparison, what: str, program: dict, oracle: dict) -> None:
    for severity in (None, *oracle["by_severity"]):
        ours, theirs = (side["by_severity"][severity] if severity else side for side in (program, oracle))
        for commitment in ("response", "resolution"):
            for state, count in theirs[commitment].items():
                where = f"{what} severity {severity or 'any'} {commitment} {state}"
                comparison.check(where, ours[commitment][state], count)


def compare_reports(program: str, oracle: str, data: Path) -> None:
    if not all((data / name).is_file() for name in ("tickets.csv", "probes.csv")):
        print(f"skipped: {data} holds no tickets.csv and probes.csv")
        sys.exit(77)
    comparison = Comparison()
    records = ["--tickets", str(data / "tickets.csv"), "--probes", str(data / "probes.csv")]
    for month in MONTHS:
        for group in GROUPS:
            question = ["report", *records, "--month", month, "--offering", group]
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "report.json"
                run([program, *question, "--json", str(file)])
                ours = json.loads(file.read_text(encoding="utf-8"))
            theirs = json.loads(run([sys.executable, oracle, *question]))
            what = f"{month} {group}"
            comparison.check(f"{what} as_of", ours["as_of"], theirs["as_of"])
            compare_tickets(comparison, what, ours["tickets"], theirs["tickets"])
            compare_services(comparison, what, ours["services"], theirs["services"])
            for service in ours["services"]:
                print(f"{what}: {service['service']} {service['percent']} %, {service['down_s']} s down")
    for commitment in ("response", "resolution"):
        print(f"{commitment}: {ours['tickets'][commitment]}")
    compare_readings(comparison, program, data)
    comparison.finish()


# ---- random questions -----------------------------------------------------------------------------------------------

# Nights on which clocks change, year ends, week-ends, Good Friday and Easter, and federal holidays of several kinds.
DELICATE = [
    "2024-03-10", "2024-11-03", "2026-03-08", "2026-11-01", "2006-04-02", "2006-10-29", "1986-04-27", "2025-12-24",
    "2026-12-31", "2027-12-30", "2021-12-30", "2022-01-01", "2026-04-03", "2026-04-05", "2026-07-02", "2020-07-02",
    "2026-11-25", "2021-06-17", "1975-10-13", "2010-12-30", "2028-02-28", "2026-09-05", "2040-11-10", "1986-01-18",
]  # fmt: skip


# What other people counted in one file of real tickets, by reading: met, missed, not promised.
KNOWN_TICKETS = "79a7bd2e0cba9f681241454b46e21a75ec549509fea52a2fdf1a4c0454671527"
KNOWN_FIGURES = {
    ("as_written", "response"): (316, 133, 0),
    ("holds=recognised", "response"): (316, 133, 0),
    ("holds=recognised", "resolution"): (385, 26, 38),
    ("office_hours", "response"): (310, 139, 0),
}


def compare_readings(comparison: Comparison, program: str, data: Path) -> None:
    tickets = data / "tickets.csv"
    if hashlib.sha256(tickets.read_bytes()).hexdigest() != KNOWN_TICKETS:
        print("other tickets than those whose figures by reading are known: not compared")
        return
    for (reading, commitment), figures in KNOWN_FIGURES.items():
        command = [program, "report", "--tickets", str(tickets), "--month", "2016-03", "--reading", reading, "--json", "-"]
        counts = json.loads(run(command))["tickets"][commitment]
        counted = tuple(counts[state] for state in ("met", "missed", "not_promised"))
        comparison.check(f"{reading} {commitment}", counted, figures)


def iso(at: datetime) -> str:
    unit = "milliseconds" if at.microsecond else "seconds"
    return at.isoformat(timespec=unit).replace("+00:00", "Z")


class Questions:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def instant(self) -> datetime:
        """Every other one within days of a delicate date; whole hours, seconds and milliseconds; 1972 to 2098."""
        pick = self.random
        if pick.random() < 0.5:
            at = datetime.fromisoformat(pick.choice(DELICATE)).replace(tzinfo=UTC) + timedelta(hours=pick.randrange(-48, 96))
        else:
            at = datetime(1972, 1, 1, tzinfo=UTC) + timedelta(hours=pick.randrange(126 * 365 * 24))
        finer = pick.choice((timedelta(), timedelta(seconds=pick.randrange(3600)), timedelta(milliseconds=pick.randrange(3_600_000))))
        return at + finer

    def due(self) -> Row:
        reading = self.random.choice(list(READINGS))
        return {"id": str(self.random.randrange(10**6)), "severity": str(self.random.randint(1, 4)),
                "from": iso(self.instant()), "reading": reading}  # fmt: skip

    def notice(self) -> Row:
        return {"at": iso(self.instant()), "direction": self.random.choice(("earliest_start", "latest_notice_before"))}

    def availability(self) -> Row:
        begin = self.instant()
        outages = [self.outage(begin) for _ in range(self.random.randrange(6))]
        return {"year": str(begin.year), "month": str(begin.month), "offering_group": self.random.choice(GROUPS),
                "outages": ";".join(outages) or "-"}  # fmt: skip

    def outage(self, near: datetime) -> str:
        begin = near.replace(microsecond=0) + timedelta(seconds=self.random.randrange(-20 * 86400, 20 * 86400))
        longest = self.random.choice((60, 3600, 6 * 3600, 10 * 86400))
        return f"{iso(begin)}/{iso(begin + timedelta(seconds=self.random.randrange(longest)))}"


def as_tsv(rows: list[Row]) -> str:
    out = io.StringIO()
    table = csv.DictWriter(out, list(rows[0]), delimiter="\t", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


def translated(rows: list[Row]) -> list[Row]:
    return [row | {"reading": READINGS[row["reading"]]} if "reading" in row else row for row in rows]


def compare_random(program: str, oracle: str) -> None:
    comparison = Comparison()
    ask = Questions(seed=20261123)
    for command, question, count in (("due", ask.due, 4000), ("notice", ask.notice, 2000), ("availability", ask.availability, 400)):
        rows = [question() for _ in range(count)]
        ours = run([program, command, "--batch"], as_tsv(rows)).splitlines()
        theirs = run([sys.executable, oracle, command, "--batch"], as_tsv(translated(rows))).splitlines()
        comparison.check(f"{command}: number of lines", len(ours), len(theirs))
        comparison.check(f"{command}: header", ours[0], theirs[0])
        for row, program_line, oracle_line in zip(rows, ours[1:], theirs[1:]):
            echo, answer = program_line.split("\t")[: len(row)], program_line.split("\t")[len(row) :]
            comparison.check(f"{command}: echo", echo, list(row.values()))
            comparison.check(f"{command} {row}", answer, oracle_line.split("\t")[len(row) :])
        print(f"{command}: {count} lines")
    comparison.finish()


# ---- random probes --------------------------------------------------------------------------------------------------

PROBED_MONTHS = [(2026, month) for month in (9, 10, 11, 12)]
TALLIED = ("up_s", "down_s", "excluded_s", "unknown_s")


def random_probes(pick: random.Random) -> list[tuple[int, str, str]]:
    """Of up to three services, in bursts and with pauses of days, in any order; some instants have several."""
    begin = int(datetime(2026, 8, 25, tzinfo=UTC).timestamp())
    probes = []
    for service in ("api", "mail", "web")[: pick.randint(1, 3)]:
        at, longest, failing = begin + pick.randrange(40 * 86400), pick.choice((900, 40_000, 700_000)), pick.random()
        for _ in range(pick.randrange(1, pick.choice((50, 400, 4000)))):
            at += pick.choice((0, 60, pick.randrange(longest)))
            probes.append((at, service, "down" if pick.random() < failing else "up"))
            if at > begin + 150 * 86400:
                break
    order = pick.randrange(5)  # by service, newest first, by time, shuffled, or one log after another
    if order == 1:
        probes.reverse()
    if order == 2:
        probes.sort()
    if order == 3:
        pick.shuffle(probes)
    return probes if order != 4 else probes[::2] + probes[1::2]


def compare_probes(program: str, oracle_dir: str) -> None:
    sys.path.insert(0, oracle_dir)
    import oracle

    comparison, pick = Comparison(), random.Random(20261101)
    for number in range(100):
        probes = random_probes(pick)
        failures, group = pick.choice((1, 1, 2, 3)), pick.choice(GROUPS)
        seen = [(at, service, {"up": oracle.UP, "down": oracle.DOWN}[state]) for at, service, state in probes]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "probes.csv"
            lines = [f"{iso(datetime.fromtimestamp(at, UTC))},{service},{state},," for at, service, state in probes]
            file.write_text("\n".join(["at,service,state,http_status,latency_ms", *lines]) + "\n")
            question = [program, "report", "--probes", str(file), "--offering", group, "--failures", str(failures), "--json", "-"]
            whole = {month["month"]: month["services"] for month in json.loads(run([*question, "--month", "all"]))["months"]}
            for year, month in PROBED_MONTHS:
                what = f"probes {number} {year}-{month:02} {group}"
                ours = json.loads(run([*question, "--month", f"{year}-{month:02}"]))["services"]
                if failures == 1:
                    compare_services(comparison, what, ours, oracle.judge_services(seen, year, month, group))
                of_all = {each["service"]: each for each in whole.get(f"{year}-{month:02}", [])}
                for each in ours:
                    for key in (*TALLIED, "bounds"):
                        comparison.check(f"{what} {each['service']} {key} of all", each[key], of_all[each["service"]][key])
    comparison.finish()


def main() -> None:
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    program, oracle = sys.argv[1], str(Path(sys.argv[2]) / "oracle.py")
    if sys.argv[3] == "--random":
        compare_random(program, oracle)
    elif sys.argv[3] == "--probes":
        compare_probes(program, sys.argv[2])
    else:
        compare_reports(program, oracle, Path(sys.argv[3]))


if __name__ == "__main__":
    main()
