#!/usr/bin/env python3
"""Builds and runs all benchmarks, compares ours with the rivals and with the targets.

    benchmarks/run.py                            prints the comparison
    benchmarks/run.py --docs                     also writes docs/performance.md and docs/flatness.svg
    benchmarks/run.py --counts-only --out FILE   only counts instructions

Times are medians of several repetitions; instructions are counted by callgrind in the base build.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).absolute().parent
ROOT = HERE.parent
# The last one: clang 19 warns about what -march=native finds in some processors.
HOUSE_FLAGS = "-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -Wno-invalid-feature-combination"
VARIANTS = {"base": "-O2", "native": "-O2 -march=native"}
SUBJECTS = ["calendars", "quantlib_packaged", "zones", "business_time", "deadlines", "intervals", "availability"]


# ---- What to reach ---------------------------------------------------------------------------------------------------

class Target:
    """What an operation is to reach in the base build of both compilers.

    instructions  at most that many
    ns            at most that long, throughput
    reading       at most that many times as long as reading the data takes
    rivals        at least that many times as fast as each
    """

    def __init__(self, instructions=None, ns=None, reading=None, **rivals):
        self.instructions, self.ns, self.reading, self.rivals = instructions, ns, reading, rivals


# The first pattern that matches an operation's name decides.
TARGETS = {
    r"is_business_day": Target(15, by_hand=8, quantlib=30),
    r"advance_.*batch": Target(loop=0.95),
    r"advance_30": Target(60, numpy=10, quantlib=80),
    r"advance_1000": Target(60, numpy=10, quantlib=2000),
    r"advance_.*": Target(60),
    r"business_days_between_ten_years": Target(40, numpy=10, quantlib=10_000),
    r"business_days_between_.*": Target(40),
    r"to_civil": Target(22, date=8, cctz=10),
    r"look_up|first_instant|last_instant": Target(30, date=10),
    r"add_business_time_4h": Target(60, date_day_loop=6),
    r"add_business_time_.*": Target(60),
    r"business_time_between_year": Target(70, date_day_loop=60),
    r"business_time_between_.*": Target(70),
    r"response_due_.*batch": Target(ns=6, loop=0.95),
    r"response_due_.*|resolution_due_.*": Target(90),
    r"ticket_fold": Target(ns=40),
    r"month_availability": Target(ns=15, sort_and_sweep=4, boost_icl_sorted=6),
    r"sorted_stream": Target(reading=1.4, boost_icl=100),
    r"latency_count": Target(reading=1.15, numpy=1.8),
    r"downtime_map": Target(ns=3),
    r"downtime_map_merge": Target(ns=1000),
}


def target_of(operation):
    return next((target for name, target in TARGETS.items() if re.fullmatch(name, operation)), Target())


IMPLEMENTATIONS = {
    "sla": "this library",
    "chrono": "`std::chrono::year_month_day` made from a day, as a yardstick",
    "by_hand": "`<chrono>`, a `std::unordered_set` of holidays, a loop over days",
    "quantlib": "QuantLib 1.29, compiled with -O3, `UnitedStates::Settlement`",
    "quantlib_packaged": "the same as Debian packages it, with a time of day in every date",
    "boost_date_time": "Boost.DateTime's date and day iterator, a `std::unordered_set` of holidays",
    "numpy": "numpy's busday functions, vectorised; one figure, in the first column",
    "date": "Howard Hinnant's date, with the time-zone database",
    "cctz": "Google's cctz, with the time-zone database; an instant comes out as year, month, day and time of day",
    "date_day_loop": "by hand, with date's zones: one conversion in, a loop over days on the wall clock, one out",
    "date_minute_loop": "the same, minute by minute",
    "cctz_day_loop": "by hand, with cctz's zones",
    "loop": "the single question in a loop, its answers stored",
    "textbook_merge": "the usual loop over sorted intervals",
    "sort_and_sweep": "`std::sort`, then one pass",
    "boost_icl": "Boost.ICL's `interval_set`, sorted intervals added with a hint",
    "boost_icl_sorted": "`std::sort`, then the same",
    "boost_icl_unsorted": "Boost.ICL's `interval_set`, intervals added as they come",
    "branchy_loop": "an if for each condition",
    "reading": "adding up the words of the data: the least that anything can take",
}


# ---- Building and running --------------------------------------------------------------------------------------------

def run(command, **options):
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True, **options)
    if result.returncode != 0:
        sys.exit(f"run.py: failed: {shlex.join(map(str, command))}\n{result.stdout}")
    return result.stdout


def build(folder, compiler, flags, targets=(), **options):
    settings = {"CMAKE_BUILD_TYPE": "Release", "CMAKE_CXX_COMPILER": compiler, "CMAKE_CXX_EXTENSIONS": "OFF",
                "CMAKE_CXX_FLAGS": HOUSE_FLAGS, "CMAKE_CXX_FLAGS_RELEASE": flags, "SLA_BUILD_TESTS": "OFF",
                "SLA_BUILD_EXAMPLES": "OFF", "SLA_BUILD_FMT": "OFF", "SLA_BUILD_BENCHMARKS": "ON", **options}
    print(f"run.py: building with {compiler} {flags}", file=sys.stderr)
    run(["cmake", "-S", ROOT, "-B", folder, "-G", "Ninja", *(f"-D{name}={value}" for name, value in settings.items())])
    run(["cmake", "--build", folder, *(["--target", *targets] if targets else [])])
    return folder / "benchmarks"


def count_instructions(programs):
    """Instructions for one answer of each operation; see counts.cpp."""
    if not shutil.which("valgrind"):
        sys.exit("run.py: instructions are counted by valgrind, which is not installed (./setup.sh all)")
    with tempfile.TemporaryDirectory() as folder:
        printed = run(["valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={folder}/dump",
                       programs / "counts"], stderr=subprocess.DEVNULL)
        answers = [line.split() for line in printed.splitlines()]
        totals = []
        for part in range(1, 2 * len(answers) + 1):
            dump = pathlib.Path(f"{folder}/dump.{part}").read_text()
            totals.append(int(re.search(r"^totals: (\d+)", dump, re.MULTILINE)[1]))
    loops, nothing = totals[::2], totals[1::2]
    return {name: round((loop - overhead) / int(count), 2)
            for (name, count), loop, overhead in zip(answers, loops, nothing)}


def time_programs(programs, quick):
    """ns for one answer: {operation: {implementation: {mode: ns}}}."""
    times = {}
    for subject in SUBJECTS:
        if not (programs / subject).exists():
            continue
        print(f"run.py: timing {subject}", file=sys.stderr)
        report = json.loads(run([
            programs / subject, "--benchmark_filter=-^series_.*/latency$", "--benchmark_format=json",
            f"--benchmark_repetitions={3 if quick else 7}", f"--benchmark_min_time={0.005 if quick else 0.02}",
            "--benchmark_report_aggregates_only=true", "--benchmark_enable_random_interleaving=true"],
            stderr=subprocess.DEVNULL))
        for row in report["benchmarks"]:
            if row["aggregate_name"] == "median":
                operation, implementation, mode = row["run_name"].split("/")[:3]
                ns = 1e9 / row["items_per_second"]
                times.setdefault(operation, {}).setdefault(implementation, {})[mode] = float(f"{ns:.4g}")
    return times


def time_numpy(quick):
    for python in dict.fromkeys([sys.executable, "/usr/bin/python3"]):
        if subprocess.run([python, "-c", "import numpy"], capture_output=True).returncode == 0:
            return json.loads(run([python, HERE / "rivals.py", *(["--quick"] if quick else [])]))
    print("run.py: numpy was not found, its rows are left out (./setup.sh benchmarks)", file=sys.stderr)
    return {}


def version_of(compiler):
    return run([compiler, "--version"]).splitlines()[0]


def machine():
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    model = re.search(r"^model name\s*: (.*)", cpuinfo.read_text() if cpuinfo.exists() else "", re.MULTILINE)
    return {"processor": model[1] if model else platform.machine(), "cores": os.cpu_count(),
            "system": platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())}


def measure(arguments):
    """Runs everything that was asked for and joins it."""
    given = [*(["--quick"] if arguments.quick else []), *(["--docs"] if arguments.docs else []),
             *(["--counts-only"] if arguments.counts_only else []),
             *(["--quantlib", "PREFIX"] if arguments.quantlib else [])]
    results = {"command": shlex.join(["benchmarks/run.py", *given, "--compilers", *arguments.compilers]),
               "compilers": {compiler: version_of(compiler) for compiler in arguments.compilers},
               "flags": VARIANTS, "counts": {}}
    if not arguments.counts_only:
        results |= {"date": datetime.date.today().isoformat(), "machine": machine(), "times": {},
                    "numpy": time_numpy(arguments.quick)}

    for compiler in arguments.compilers:
        if arguments.counts_only:
            programs = build(arguments.build / f"{compiler}-counts", compiler, VARIANTS["base"], ["benchmark_counts"],
                             SLA_BENCHMARK_TIMING="OFF")
            results["counts"][compiler] = count_instructions(programs)
            continue
        for variant, flags in VARIANTS.items():
            if arguments.quick and variant != "base":
                continue
            programs = build(arguments.build / f"{compiler}-{variant}", compiler, flags,
                             SLA_QUANTLIB_OPTIMISED=arguments.quantlib)
            if variant == "base":
                results["counts"][compiler] = count_instructions(programs)
            for operation, rows in time_programs(programs, arguments.quick).items():
                for implementation, modes in rows.items():
                    row = results["times"].setdefault(operation, {}).setdefault(implementation, {})
                    row[f"{compiler} {variant}"] = modes
    return results


# ---- Comparing -------------------------------------------------------------------------------------------------------

def figure(value):
    """Three significant digits, as far as they are worth it."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 99.5 else f"{value:.3g}" if value >= 1 else f"{value:.2f}"


def per_compiler(results, value_of):
    return [value_of(compiler) for compiler in results["compilers"]]


def time_of(results, operation, implementation, configuration, mode="throughput"):
    if implementation == "numpy":
        return results["numpy"].get(operation) if mode == "throughput" else None
    return results["times"].get(operation, {}).get(implementation, {}).get(configuration, {}).get(mode)


def ratio_to(results, operation, rival):
    """How many times as fast as a rival ours is, with the compiler for which that is less."""
    ratios = []
    for compiler in results["compilers"]:
        ours = time_of(results, operation, "sla", f"{compiler} base")
        theirs = time_of(results, operation, rival, f"{compiler} base")
        if ours and theirs:
            ratios.append(theirs / ours)
    return min(ratios, default=None)


def rivals_of(results, operation, target):
    """Those with a target first, measured or not."""
    measured = {*results["times"].get(operation, {}), *(["numpy"] if operation in results["numpy"] else [])}
    return [*target.rivals, *sorted(measured - {"sla", *target.rivals})]


def comparison(results):
    """One row for each operation: what was measured, what was to be reached, and whether it was."""
    for operation, counts in operations_with_counts(results).items():
        target = target_of(operation)
        base = lambda mode: per_compiler(
            results, lambda compiler: time_of(results, operation, "sla", f"{compiler} base", mode))
        times = base("throughput")
        checks = []
        if target.instructions:
            checks.append((f"<= {target.instructions} instructions", max(counts) <= target.instructions))
        if target.ns:
            checks.append((f"<= {target.ns} ns", max(times) <= target.ns))
        against = []
        for rival in rivals_of(results, operation, target):
            ratio = ratio_to(results, operation, rival)
            if rival == "reading":
                against.append(f"{1 / ratio:.2f}x the time of reading")
                if target.reading:
                    checks.append((f"<= {target.reading}x the time of reading", 1 / ratio <= target.reading))
                continue
            if ratio is not None:
                against.append(f"{figure(ratio)}x {rival}")
            if rival in target.rivals:
                least = target.rivals[rival]
                checks.append((f">= {figure(least)}x {rival}", None if ratio is None else ratio >= least))
        missed = [text for text, reached in checks if reached is False]
        unknown = [text for text, reached in checks if reached is None]
        verdict = ("missed: " + ", ".join(missed) if missed else "not measured: " + ", ".join(unknown) if unknown
                   else "reached" if checks else "")
        yield {"operation": operation, "instructions": " / ".join(map(figure, counts)),
               "ns": " / ".join(map(figure, times)), "latency": " / ".join(filter(None, map(figure, base("latency")))),
               "ours against": ", ".join(against), "what to reach": ", ".join(text for text, _ in checks),
               "verdict": verdict}


def operations_with_counts(results):
    first = next(iter(results["counts"].values()))
    return {name: per_compiler(results, lambda compiler: results["counts"][compiler][name]) for name in first}


def print_table(rows):
    rows = list(rows)
    widths = {column: max(len(column), *(len(row[column]) for row in rows)) for column in rows[0]}
    for row in [dict(zip(widths, widths)), *rows]:
        print("  ".join(row[column].ljust(width) for column, width in widths.items()).rstrip())


# ---- The document ----------------------------------------------------------------------------------------------------

def markdown(columns, rows):
    return "\n".join(["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns),
                      *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def document(results):
    machine, flags = results["machine"], results["flags"]
    configurations = list(dict.fromkeys(
        name for rows in results["times"].values() for row in rows.values() for name in row))
    compared = list(comparison(results))
    reached = sum(row["verdict"] == "reached" for row in compared)
    judged = sum(row["verdict"] != "" for row in compared)

    def times(mode):
        others = (name for name in results["times"] if not name.startswith("series_"))
        for operation in dict.fromkeys([*operations_with_counts(results), *others]):
            for implementation in ["sla", *rivals_of(results, operation, Target())]:
                cells = [time_of(results, operation, implementation, name, mode) for name in configurations]
                if any(cells):
                    yield [f"`{operation}`", implementation, *map(figure, cells)]

    return f"""<!-- Generated by benchmarks/run.py --docs; do not edit. -->
# Performance

What every operation costs, beside what else there is. Everything here comes from one run of one command:

<!-- by hand: takes most of an hour -->
```sh
{results["command"]}
```

- Machine: {machine["processor"]}, {machine["cores"]} cores, {machine["system"]}; {results["date"]}.
- Compilers: {"; ".join(results["compilers"].values())}.
- Flags: {"; ".join(f"{name} is `{value}`" for name, value in flags.items())}. Users compile the base build.
- Times are medians, in ns for one answer. Throughput is over independent inputs; for latency each input depends on the
  answer before it. Inputs are random over twenty years.
- Instructions are counted by callgrind in the base build; they are the same on every run.
- Two figures stand for {" and ".join(results["compilers"])}; of two ratios to a rival the smaller one is given.
- Where a rival computes the same thing, its answers were compared with ours before it was timed;
  numpy's, in another process, were not.

## Against what was to be reached

Reached: {reached} of {judged}.

{markdown([*compared[0]], [[f"`{row['operation']}`", *list(row.values())[1:]] for row in compared])}

The others:

{markdown(["name", "what it is"], ([f"`{name}`", text] for name, text in IMPLEMENTATIONS.items()))}

## However far, however long

The table of days and the table of open time answer for a day and for decades alike. A loop does not.

![Time against the number of business days, and against the amount and the span of business time](flatness.svg)

## Throughput, ns

{markdown(["operation", "implementation", *configurations], times("throughput"))}

## Latency, ns

{markdown(["operation", "implementation", *configurations], times("latency"))}

{(HERE / "attempts.md").read_text().rstrip()}
"""


def write_docs(results, out):
    (ROOT / "docs" / "performance.md").write_text(document(results))
    for python in dict.fromkeys([sys.executable, "/usr/bin/python3"]):
        if subprocess.run([python, "-c", "import matplotlib"], capture_output=True).returncode == 0:
            run([python, HERE / "flatness.py", out, ROOT / "docs" / "flatness.svg"])
            return
    print("run.py: matplotlib was not found, docs/flatness.svg is not written (./setup.sh benchmarks)", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, help="where the results go, as JSON")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "benchmarks", help="folder for builds")
    parser.add_argument("--compilers", nargs="+", default=["g++", "clang++-19"])
    parser.add_argument("--quantlib", default="", metavar="PREFIX", help="an installed QuantLib, compiled with -O3")
    parser.add_argument("--quick", action="store_true", help="base builds only, few repetitions")
    parser.add_argument("--counts-only", action="store_true", help="only count instructions")
    parser.add_argument("--docs", action="store_true", help="write docs/performance.md and docs/flatness.svg")
    arguments = parser.parse_args()
    if arguments.counts_only and arguments.docs:
        parser.error("--docs needs times, too")

    results = measure(arguments)
    out = arguments.out or arguments.build / "results.json"
    out.write_text(json.dumps(results, indent=1) + "\n")
    if arguments.counts_only:
        print_table({"operation": name, **dict(zip(results["compilers"], map(figure, counts)))}
                    for name, counts in operations_with_counts(results).items())
        return
    print_table(comparison(results))
    if arguments.docs:
        write_docs(results, out)


main()
