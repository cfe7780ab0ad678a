"""The pages that are looked at: the sample, and what is awkward."""

import json
import subprocess
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from figures import parsed

NASTY = (
    "<script>alert(1)</script>",
    "</script><b>bold</b>",
    "\"double\" & 'single' &amp; <",
    "{{style}} {{{script}}}",
    "a service with a name that is far too long for any table and yet has to be read by somebody on a telephone",
    "UnbrokenNameOfNinetyLettersUnbrokenNameOfNinetyLettersUnbrokenNameOfNinetyLettersUnbroken",
    "Zürich \u2192 \u6771\u4eac \U0001f680",
)


def csv(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> str:
    quoted = (",".join('"' + value.replace('"', '""') + '"' for value in row) for row in rows)
    path.write_text("\n".join([header, *quoted]) + "\n", encoding="utf-8")
    return str(path)


def probes(folder: Path, name: str, services: tuple[str, ...], first: str, hours: int) -> str:
    """A probe every quarter of an hour; the n-th service is down for n quarters on the n-th day, and on most others."""

    def rows() -> Iterator[tuple[str, ...]]:
        start = parsed(first)
        for number, service in enumerate(services):
            for quarter in range(hours * 4):
                day, of_day = divmod(quarter, 96)
                is_down = day % 7 == number % 7 and 40 <= of_day < 40 + number % 5 * 3
                at = (start + timedelta(minutes=15 * quarter)).strftime("%Y-%m-%dT%H:%M:%SZ")
                yield at, service, "down" if is_down else "up", "200", "120"

    return csv(folder / name, "at,service,state,http_status,latency_ms", rows())


def nasty_tickets(folder: Path) -> str:
    rows = []
    for day, name in enumerate(NASTY, 1):
        rows += [
            (name, f"2026-11-{day:02}T15:00:00Z", "notified", "3"),
            (name, f"2026-11-{day:02}T18:00:00.250Z", "responded", ""),
            (name, f"2026-11-{day:02}T19:00:00Z", "severity_changed", "2"),
        ]
    return csv(folder / "nasty tickets.csv", "ticket,at,event,severity", rows)


def pages(folder: Path) -> dict[str, list[str]]:
    sample = ["--tickets", "examples/data/tickets.csv", "--probes", "examples/data/probes.csv", "--month", "2026-10"]
    many = tuple(f"service {number}" for number in range(1, 31))
    return {
        "sample": sample,
        "running": [*sample, "--as-of", "2026-10-09T12:00:00Z"],
        "nasty": ["--tickets", nasty_tickets(folder), "--month", "2026-11",
                  "--probes", probes(folder, "<b>&amp; probes.csv", NASTY, "2026-10-31T00:00:00Z", 760)],
        "many": ["--probes", probes(folder, "many.csv", many, "2026-03-01T00:00:00Z", 760), "--month", "2026-03"],
        "unknown": ["--probes", "examples/data/probes.csv", "--month", "2026-12", "--service", "reporting",
                    "--as-of", "2027-01-02T00:00:00Z"],
        "empty": ["--tickets", "tests/program/data/tickets_header_only.csv", "--probes", "examples/data/probes.csv",
                  "--month", "2026-01", "--as-of", "2026-02-01T12:00:00Z"],
        "tickets": ["--tickets", "examples/data/tickets.csv", "--month", "2026-10",
                    "--agreement", "tests/program/data/edition_2025.toml",
                    "--agreement", "tests/program/data/edition_2026.toml"],
        "skipped": ["--tickets", "tests/program/data/tickets_bad.csv", "--probes", "tests/program/data/probes_bad.csv",
                    "--month", "2026-11", "--skip-bad-lines"],
        "own": ["--agreement", "examples/own_agreement.toml", "--tickets", "tests/program/data/own_tickets.csv",
                "--probes", probes(folder, "own.csv", ("shop",), "2026-09-01T07:00:00Z", 720), "--month", "2026-09"],
    }  # fmt: skip


def write_page(program: str, arguments: list[str], page: Path) -> dict:
    figures = page.with_suffix(".json")
    subprocess.run([program, "report", *arguments, "--html", str(page), "--json", str(figures)],
                   check=True, capture_output=True)  # fmt: skip
    return json.loads(figures.read_text(encoding="utf-8"))
