#!/usr/bin/env python3
"""Asks the SQL functions of examples/sqlite in the sqlite3 shell, and holds a report in SQL against `sla report`.

  sql_test.py SQLITE3 EXTENSION answers                                 single questions, right and wrong
  sql_test.py SQLITE3 EXTENSION report PROGRAM DATA_DIR MONTH...        every figure of both reports

Exit status: 0 as expected, 1 not so, 77 DATA_DIR holds no records.
"""

import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

SQLITE3, EXTENSION = sys.argv[1:3]
ROOT = Path(__file__).resolve().parents[2]

# An expression and its answer, or how its error ends.
ANSWERS = {
    "sla_response_due('urgent', '2026-11-20T22:00')": "2026-11-23T07:00:00Z",
    "sla_response_due(2, '2026-11-21T03:00:00Z')": "2026-11-23T07:00:00Z",
    "sla_response_due(1, '2026-11-21T03:00:00+00:00')": "2026-11-21T05:00:00Z",
    "sla_resolution_due(2, '2026-11-20T22:00', NULL)": "2026-11-26T05:00:00Z",
    "sla_resolution_due(1, '2026-11-20T22:00', '2026-11-21T22:00')": "2026-11-23T03:00:00Z",
    "sla_resolution_due(1, '2026-11-20T22:00', NULL) IS NULL": "1",
    "sla_resolution_due(4, '2026-11-20T22:00', NULL) IS NULL": "1",
    "business_days_between('2026-11-20', '2026-11-30')": "5",
    "business_days_between('2026-11-30', '2026-11-20')": "-5",
    "business_days_between('2026-11-20', '2026-11-21')": "1",
    "business_days_between('2026-11-22', '2026-11-23')": "0",
    "is_business_day('2026-11-26')": "0",
    "is_business_day('2026-11-27')": "1",
    "sla_month_begins('2026-11')": "2026-11-01T04:00:00Z",
    "sla_month_ends('2026-11')": "2026-12-01T05:00:00Z",
    "(sla_response_due(NULL, '2026-11-20T22:00'), sla_response_due(2, NULL)) = (1, 1) IS NULL": "1",
    "is_business_day(NULL) IS NULL": "1",
    "sla_downtime_ms('2026-11-02T10:00', '2026-11-02T10:20', NULL) IS NULL": "1",
    "sla_downtime_ms(NULL, NULL, '2026-11')": "0",
    "sla_ticket('2026-11-20T22:00', 'notified', 2, NULL) IS NULL": "1",
    "sla_unix_ms('1970-01-01T00:00:00.500Z')": "500",
    "sla_unix_ms('2026-11-01T00:00-04:00') < sla_unix_ms('2026-11-01T03:30-05:00')": "1",
    "(SELECT sla_downtime_ms(a, b, '2026-11') FROM (SELECT '2026-11-02T10:00' a, '2026-11-02T10:20' b"
    " UNION ALL SELECT '2026-11-02T10:10', '2026-11-02T10:30' UNION ALL SELECT '2026-11-02T10:10', '2026-11-02T10:30'"
    " UNION ALL SELECT '2026-11-06T21:00', '2026-11-06T22:00' UNION ALL SELECT '2026-11-30T23:00', '2026-12-01T01:00'"
    " UNION ALL SELECT NULL, NULL))": str(90 * 60_000),
    "(SELECT sla_ticket(at, event, severity, '2026-11-23T03:00') FROM (SELECT '2026-11-23T01:00' at, 'responded' event,"
    " NULL severity UNION ALL SELECT '2026-11-20T22:00', 'notified', 2 UNION ALL SELECT '2026-11-24T00:00', 'resolved', NULL))":
        '{"response":{"severity":2,"state":"met","due":"2026-11-23T07:00:00Z","fulfilled_at":"2026-11-23T06:00:00Z"},'
        '"resolution":{"severity":2,"state":"running","due":"2026-11-26T05:00:00Z","fulfilled_at":null}}',
    "(SELECT sla_downtime_ms(a, b, month) FROM (SELECT NULL a, NULL b, NULL month UNION ALL SELECT '2026-11-02T10:00',"
    " '2026-11-02T10:20', '2026-11' UNION ALL SELECT NULL, NULL, '2026-11' UNION ALL SELECT NULL, NULL, NULL))":
        str(20 * 60_000),
    "(SELECT sla_ticket(at, event, 2, as_of) ->> '$.response.state' FROM (SELECT NULL at, NULL event, NULL as_of"
    " UNION ALL SELECT '2026-11-20T22:00', 'notified', '2026-11-21T00:00' UNION ALL SELECT NULL, NULL, '2026-11-21T00:00'"
    " UNION ALL SELECT NULL, NULL, NULL))": "running",
    "(SELECT sla_ticket(at, 'notified', 2, '2026-11-01T00:00') IS NULL FROM (SELECT '2026-11-20T22:00' at))": "1",
}
ERRORS = {
    "sla_response_due(5, '2026-11-20T22:00')":
        'sla_response_due: "5" is not known; allowed: critical, urgent, serious, minor, or their numbers',
    "sla_resolution_due(1, '2026-11-20T10:00', '2026-11-19T09:00')": "sla_resolution_due: a confirmation at"
        " 2026-11-19T14:00:00Z is before the report; allowed: 2026-11-20T15:00:00Z or later",
    "sla_response_due(2, 'today')": 'sla_response_due: "today" is no time; allowed: 2026-11-23T07:00:00Z'
        " or, on the agreement's clocks, 2026-11-23T02:00",
    "sla_response_due(2, '2026-11-01T01:30')": "sla_response_due: 2026-11-01T01:30:00 happens twice in America/New_York;"
        " give it as UTC or with its offset",
    "sla_response_due(2, '2026-03-08T02:30')": "sla_response_due: 2026-03-08T02:30:00 is skipped in America/New_York;"
        " give it as UTC or with its offset",
    "is_business_day('2026-02-30')":
        'is_business_day: "2026-02-30" there is no such date; allowed: dates of the Gregorian calendar',
    "is_business_day('2100-01-01')": "is_business_day: the calendar \"US federal\" does not cover 2100-01-01; it covers 1971-01-01 to 2099-12-31",
    "sla_month_begins('2026-13')": 'sla_month_begins: "2026-13" there is no such month; allowed: 01 to 12',
    "sla_downtime_ms('2026-11-02T10:30', '2026-11-02T10:00', '2026-11')":
        "sla_downtime_ms: the interval from 2026-11-02T15:30:00Z to 2026-11-02T15:00:00Z ends before it begins",
    "sla_ticket('2026-11-02T10:30', 'noticed', 2, '2026-12-01T00:00')": 'sla_ticket: "noticed" is not known; allowed: '
        "notified, identified, severity_changed, responded, replicated, confirmed, worked_around, hold_started, hold_ended,"
        " resolved, reopened, closed, withdrawn, reported_otherwise",
    "(SELECT sla_ticket('2026-11-20T22:00', 'notified', 2, as_of) FROM (SELECT '2026-11-23T03:00' as_of"
    " UNION ALL SELECT '2026-11-23T08:00:00Z' UNION ALL SELECT '2026-11-23T04:00'))": 'sla_ticket: "2026-11-23T04:00"'
        " is not what an earlier row of the group says; allowed: 2026-11-23T03:00",
    "(SELECT sla_downtime_ms('2026-11-02T10:00', '2026-11-02T10:30', month) FROM (SELECT '2026-11' month"
    " UNION ALL SELECT '2026-12'))": 'sla_downtime_ms: "2026-12" is not what an earlier row of the group says;'
        " allowed: 2026-11",
    "(SELECT sla_ticket(at, event, severity, as_of) FROM (SELECT '2026-11-02T10:00' at, 'notified' event, 1 severity,"
    " '2026-11-03T00:00' as_of UNION ALL SELECT '2026-11-02T11:00', 'responded', NULL, NULL))":
        'sla_ticket: "NULL" is not what an earlier row of the group says; allowed: 2026-11-03T00:00',
    "sla_downtime_ms('2026-11-02T10:00', NULL, '2026-11')":
        'sla_downtime_ms: "NULL" is no time of an outage; allowed: two times, or NULL twice; while it goes on, up to when',
    "(SELECT sla_downtime_ms(a, b, month) FROM (SELECT '2026-11-02T10:00' a, '2026-11-02T10:20' b, '2026-11' month"
    " UNION ALL SELECT NULL, NULL, '2026-12'))":
        'sla_downtime_ms: "2026-12" is not what an earlier row of the group says; allowed: 2026-11',
    "(SELECT sla_ticket(at, event, 2, as_of) FROM (SELECT '2026-11-20T22:00' at, 'notified' event, '2026-11-21T00:00' as_of"
    " UNION ALL SELECT NULL, NULL, '2026-11-22T00:00'))":
        'sla_ticket: "2026-11-22T00:00" is not what an earlier row of the group says; allowed: 2026-11-21T00:00',
    "(SELECT sla_ticket(at, event, 2, '2026-11-23T03:00') FROM (SELECT '2026-11-20T22:00' at, 'notified' event"
    " UNION ALL SELECT NULL, 'responded'))":
        'sla_ticket: "NULL" is half of an event; allowed: a time and an event, or NULL twice',
    "sla_ticket('2026-11-20T22:00', NULL, 2, '2026-11-23T03:00')":
        'sla_ticket: "NULL" is half of an event; allowed: a time and an event, or NULL twice',
    "sla_response_due(2)": "wrong number of arguments to function sla_response_due()",
}

# Their order is neither that of their texts nor that of the file.
TIMES_OF_ALL_KINDS = [("2026-11-02T10:05:00.500Z", "web", "up"), ("2026-11-02T10:05:00Z", "web", "down"),
                      ("2026-11-01T00:00-04:00", "web", "down"), ("2026-11-01T03:30-05:00", "web", "down"),
                      ("2026-11-01T04:30-05:00", "web", "up")]
# A failure that goes on across the beginning of the month, one of two looks at one instant, and what is of other months only.
ACROSS_THE_BEGINNING = [("2026-10-31T23:52:00-04:00", "web", "down"), ("2026-11-01T00:07:00-04:00", "web", "up"),
                        ("2026-11-02T10:00:00Z", "web", "down"), ("2026-11-02T05:00:00-05:00", "web", "up"),
                        ("2026-11-02T10:01:00Z", "web", "up"), ("2026-10-01T10:00:00Z", "api", "down"),
                        ("2026-12-10T10:00:00Z", "api", "up"), ("2026-10-01T10:00:00Z", "old", "down"),
                        ("2026-10-02T10:00:00Z", "old", "up"), ("2026-12-02T10:00:00Z", "new", "down"),
                        ("2026-12-03T10:00:00Z", "new", "up")]
# Each with the services of November and their milliseconds; `api` is down in all of it but for the four windows.
PROBES = [(TIMES_OF_ALL_KINDS, "web|19800500"),  # five and a half hours, and half a second
          (ACROSS_THE_BEGINNING, f"api|{(721 - 4) * 3_600_000}\nweb|{8 * 60_000}")]


def sqlite(*commands: str) -> subprocess.CompletedProcess:
    return subprocess.run([SQLITE3, "-batch", ":memory:", f".load {EXTENSION}", *commands],
                          capture_output=True, text=True, check=False)


def answers() -> list[str]:
    wrong = []
    for question, expected in ANSWERS.items():
        found = sqlite(f"SELECT {question}")
        if found.stdout.strip() != expected:
            wrong.append(f"{question}: {found.stdout}{found.stderr}, not {expected}")
    for question, expected in ERRORS.items():
        found = sqlite(f"SELECT {question}")
        line = found.stderr.splitlines()[0] if found.stderr else ""
        if found.returncode == 0 or found.stdout or not line.endswith(expected):
            wrong.append(f"{question}: {found.stdout}{found.stderr}, not {expected}")
    for probes, expected in PROBES:
        found = sqlite("CREATE TABLE tickets(ticket, at, event, severity)", "CREATE TABLE probes(at, service, state)",
                       f"INSERT INTO probes VALUES {', '.join(map(str, probes))}",
                       "CREATE TABLE asked AS SELECT '2026-11' AS month", f".read {ROOT / 'examples/sqlite/report.sql'}")
        if found.stdout.strip() != expected:
            wrong.append(f"report.sql: {found.stdout}{found.stderr}, not {expected}")
    print(f"{len(ANSWERS)} answers, {len(ERRORS)} errors")
    return wrong


def in_sql(data: Path, month: str) -> dict:
    found = sqlite(".mode csv", f".import {data / 'tickets.csv'} tickets", f".import {data / 'probes.csv'} probes",
                   f"CREATE TABLE asked AS SELECT '{month}' AS month", f".read {ROOT / 'examples/sqlite/report.sql'}",
                   "SELECT 'due', ticket, kind, due FROM commitments WHERE due IS NOT NULL")
    if found.returncode != 0 or found.stderr:
        sys.exit(f"sqlite3: {found.stderr}")
    rows = list(csv.reader(found.stdout.splitlines()))
    return {"counts": {tuple(row[:3]): int(row[3]) for row in rows if row[0] in ("response", "resolution")},
            "down": {row[0]: int(row[1]) for row in rows if len(row) == 2},
            "due": {(row[1], row[2]): row[3] for row in rows if row[0] == "due"}}


def by_the_program(program: str, data: Path, month: str) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "report.json"
        subprocess.run([program, "report", "--tickets", data / "tickets.csv", "--probes", data / "probes.csv", "--month", month,
                        "--offering", "manage_mentor", "--json", told], check=True, capture_output=True)
        report = json.loads(told.read_text())
    counts, due = Counter(), {}
    for each in report["tickets"]["list"]:
        for kind in ("response", "resolution"):
            judged = each[kind]
            counts[kind, str(judged["severity"]), judged["state"]] += 1
            if judged["due"]:
                due[each["ticket"], kind] = judged["due"]
    return {"counts": dict(counts), "due": due,
            "down": {each["service"]: round(each["down_s"] * 1000) for each in report["services"]}}


def report(program: str, data: Path, *months: str) -> list[str]:
    if not (data / "tickets.csv").exists():
        print(f"skipped: {data} holds no records")
        sys.exit(77)
    wrong, figures = [], 0
    for month in months:
        ours, theirs = in_sql(data, month), by_the_program(program, data, month)
        for what in ours:
            figures += len(theirs[what])
            wrong += [f"{month} {what} {key}: {ours[what].get(key)} in SQL, {theirs[what].get(key)} of the program"
                      for key in sorted(ours[what].keys() | theirs[what].keys()) if ours[what].get(key) != theirs[what].get(key)]
    print(f"{figures} figures of {len(months)} months")
    return wrong


differences = answers() if sys.argv[3] == "answers" else report(sys.argv[4], Path(sys.argv[5]), *sys.argv[6:])
print(*differences, f"{len(differences)} differ", sep="\n")
sys.exit(1 if differences else 0)
