#!/usr/bin/env python3
"""What including a header costs the compiler, beside <chrono> and other libraries; and whether it stays in its budget.

    benchmarks/compile_time.py           prints the table
    benchmarks/compile_time.py --docs    also writes docs/compile_time.md
    benchmarks/compile_time.py --check   fails where a budget in benchmarks/compile_budget.json is exceeded
    benchmarks/compile_time.py --accept  writes the budgets anew

A budget is a number of lines after preprocessing (g++) and of template instantiations (clang): both are the same on every
machine that has the same compilers, as times are not.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).absolute().parent.parent
BUDGET = ROOT / "benchmarks" / "compile_budget.json"
DOCS = ROOT / "docs" / "compile_time.md"
COMPILERS = {"g++": ["g++"], "clang": ["clang++-19"]}
FLAGS = ["-std=c++20", "-O0", f"-I{ROOT / 'include'}"]
RIVALS = ["chrono", "date/date.h", "date/tz.h", "fmt/format.h"]
UMBRELLA = "sla/sla.hpp"
FLOORS = ["time", "zone", "calendar", "policy", "clock", "availability", "contracts"]
TOLERANCE = 0.02
REPETITIONS = 3


def headers():
    own = [f"sla/{floor}/{path.name}" for floor in FLOORS for path in sorted((ROOT / "include/sla" / floor).glob("*.hpp"))]
    return [*own, UMBRELLA]


def source_of(header, folder):
    path = pathlib.Path(folder) / (header.replace("/", "_") + ".cpp")
    path.write_text(f"#include <{header}>\n")
    return path


def seconds_of(command):
    """The user time of a command, the least of several runs."""
    times = []
    for _ in range(REPETITIONS):
        program = shutil.which(command[0])
        _, status, used = os.wait4(os.posix_spawn(program, [str(word) for word in command], os.environ), 0)
        if status != 0:
            sys.exit(f"failed: {command}")
        times.append(used.ru_utime)
    return min(times)


def lines_of(header, folder):
    """Lines after preprocessing, without empty ones."""
    text = subprocess.run([*COMPILERS["g++"], *FLAGS, "-E", "-P", source_of(header, folder)], check=True,
                          capture_output=True, text=True).stdout
    return text.count("\n")


def instantiations_of(header, folder):
    """Classes and functions that clang instantiates from templates."""
    source = source_of(header, folder)
    trace = source.with_suffix(".json")
    subprocess.run([*COMPILERS["clang"], *FLAGS, "-c", source, "-o", source.with_suffix(".o"), "-ftime-trace",
                    "-ftime-trace-granularity=0"], check=True)
    events = json.loads(trace.read_text())["traceEvents"]
    trace.unlink()
    return sum(event["name"] in ("InstantiateClass", "InstantiateFunction") for event in events)


def count(names):
    """Lines and instantiations of each header."""
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        lines = pool.map(lambda name: lines_of(name, folder), names)
        instantiations = pool.map(lambda name: instantiations_of(name, folder), names)
        return {name: {"lines": a, "instantiations": b} for name, a, b in zip(names, lines, instantiations)}


def check():
    budget = json.loads(BUDGET.read_text())
    found = count(headers())
    failures = [f"{name} has no budget" for name in found if name not in budget]
    failures += [f"{name} is gone, but has a budget" for name in budget if name not in found]
    for name in budget.keys() & found.keys():
        failures += [f"{name}: {found[name][what]} {what}, allowed are {allowed}" for what, allowed in budget[name].items()
                     if found[name][what] > allowed * (1 + TOLERANCE)]
    for line in failures:
        print(line)
    if failures:
        sys.exit(1)
    print(f"{len(found)} headers, none over its budget by more than {TOLERANCE:.0%};"
          f" {UMBRELLA}: {found[UMBRELLA]['lines']} lines, {found[UMBRELLA]['instantiations']} instantiations")


def accept():
    rows = [f'  "{name}": {json.dumps(counts)}' for name, counts in count(headers()).items()]
    BUDGET.write_text("{\n" + ",\n".join(rows) + "\n}\n")


def table():
    names = [*RIVALS, *headers()]
    counts = count(names)
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(len(COMPILERS)) as pool:
        def times_of(command):
            return {name: seconds_of([*command, *FLAGS, "-fsyntax-only", source_of(name, folder)]) for name in names}

        seconds = dict(zip(COMPILERS, pool.map(times_of, COMPILERS.values())))
    rows = ["| header | g++ | of date.h | clang | of date.h | lines | instantiations |", "|---|--:|--:|--:|--:|--:|--:|"]
    for name in names:
        times = "".join(f" {of[name]:.2f} s | {of[name] / of['date/date.h']:.2f} |" for of in seconds.values())
        rows.append(f"| `{name}` |{times} {counts[name]['lines']:,} | {counts[name]['instantiations']:,} |")
    return "\n".join(rows) + "\n"


def versions():
    return ", ".join(subprocess.run([*command, "--version"], check=True, capture_output=True, text=True)
                     .stdout.splitlines()[0] for command in COMPILERS.values())


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = arguments.add_mutually_exclusive_group()
    for option in ("docs", "check", "accept"):
        what.add_argument(f"--{option}", action="store_true")
    chosen = arguments.parse_args()
    if chosen.check:
        return check()
    if chosen.accept:
        return accept()
    measured = table()
    print(measured)
    if chosen.docs:
        page = DOCS.read_text()
        begin, end = "<!-- measured by benchmarks/compile_time.py --docs -->\n", "<!-- end of what was measured -->\n"
        head, rest = page.split(begin)
        told = f"{versions()}; {os.cpu_count()} cores, {platform.machine()}; the least user time of {REPETITIONS} runs.\n\n"
        DOCS.write_text(head + begin + "\n" + told + measured + "\n" + end + rest.split(end)[1])


main()
