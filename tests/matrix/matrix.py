#!/usr/bin/env python3
"""Compiles the core with every compiler, standard, optimisation and word size that it promises, and runs its tests there.

    matrix.py [--jobs N] [NAME ...]   these rows of the matrix (default: all); one whose compiler or libraries are missing
                                      is skipped
    matrix.py --list                  prints the rows

In every row each header compiles alone, the static tests compile, and the golden and conformance tests pass; where the row
says "unit", the unit tests of the core do, too. A warning is an error. Exits with 1 if any row fails.
"""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORE = ["time", "zone", "calendar", "policy", "clock", "availability", "contracts"]
FLAGS = ("-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -Iinclude -Iintegrations/fmt/include "
         "-Iintegrations/toml/include -Iintegrations/json/include -Itests -DFMT_HEADER_ONLY "
         "-DDOCTEST_CONFIG_USE_STD_HEADERS -DDOCTEST_CONFIG_REQUIRE_STRINGIFICATION_FOR_ALL_USED_TYPES")
LONG_TIME = "-D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64"  # the C library's clocks beyond 2038, with which the zones are compared
ROWS = {
    "g++ -O0": "g++ -std=c++20 -O0",
    "g++ -O2": "g++ -std=c++20 -O2",
    "g++ -O3 unit": "g++ -std=c++20 -O3",
    "g++ C++23": "g++ -std=c++23 -O1",
    "g++ -m32 unit": f"g++ -std=c++20 -O1 -m32 {LONG_TIME}",
    "g++ -fno-rtti": "g++ -std=c++20 -O1 -fno-rtti",
    "clang 16 unit": "clang++-16 -std=c++20 -O1",
    "clang 16 C++23": "clang++-16 -std=c++2b -O1",
    "clang 19 -O0": "clang++-19 -std=c++20 -O0",
    "clang 19 -O2": "clang++-19 -std=c++20 -O2",
    "clang 19 -O3": "clang++-19 -std=c++20 -O3",
    "clang 19 C++23": "clang++-19 -std=c++23 -O1",
    "clang 19 -m32": f"clang++-19 -std=c++20 -O1 -m32 {LONG_TIME}",
    "clang 19 -fno-rtti": "clang++-19 -std=c++20 -O1 -fno-rtti",
    "clang 19 libc++": "clang++-19 -std=c++20 -O1 -stdlib=libc++",
    "clang 19 libc++ C++23": "clang++-19 -std=c++23 -O1 -stdlib=libc++",
}


class Failed(Exception):
    pass


def run(command, **options):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace", **options)
    if done.returncode != 0:
        raise Failed(f"{shlex.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def missing(compiler):
    """What keeps a compiler from making a program at all, or nothing."""
    command = shlex.split(compiler)
    if not shutil.which(command[0]):
        return f"no {command[0]}"
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run([*command, "-x", "c++", "-", "-o", Path(folder) / "program"], capture_output=True, text=True,
                              input="#include <string>\nint main(int count, char**) { return std::string(count, ' ').empty(); }")
    return "" if made.returncode == 0 else made.stderr.partition("\n")[0]


def files(*patterns):
    return [path.relative_to(ROOT) for pattern in patterns for path in sorted((ROOT / "tests").glob(pattern))]


def run_row(name, compiler, pool):
    """The number of headers and files that compiled; the tests of the latter passed."""
    command = [*shlex.split(compiler), *shlex.split(FLAGS)]
    headers = sorted((ROOT / "include").rglob("*.hpp"))
    tests = files("main.cpp", "golden/*.cpp", "conformance/*.cpp", "regressions.test.cpp")
    if name.endswith(" unit"):
        tests += files(*(f"unit/{room}/*.cpp" for room in CORE))

    def alone(header):
        run([*command, "-fsyntax-only", "-x", "c++", "-"], input=f'#include "{header.relative_to(ROOT / "include")}"\n')

    with tempfile.TemporaryDirectory() as folder:
        objects = {test: Path(folder) / f"{number}.o" for number, test in enumerate(tests)}
        waiting = [pool.submit(alone, header) for header in headers]
        waiting += [pool.submit(run, [*command, "-fsyntax-only", test]) for test in files("static/*.cpp")]
        waiting += [pool.submit(run, [*command, "-c", test, "-o", made]) for test, made in objects.items()]
        failures = [done.exception() for done in waiting if done.exception()]
        if failures:
            raise failures[0]
        program = Path(folder) / "tests"
        run([*command, *objects.values(), "-o", program])
        run([program], env={**os.environ, "TZ": "Asia/Kathmandu"})
    return len(headers), len(waiting) - len(headers)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    for unknown in set(options.rows) - set(ROWS):
        sys.exit(f"no row {unknown!r}; there are: {', '.join(ROWS)}")
    rows = {name: compiler for name, compiler in ROWS.items() if not options.rows or name in options.rows}
    if options.list:
        for name, compiler in rows.items():
            print(f"{name:24}{compiler}")
        return 0
    failed = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for name, compiler in rows.items():
            if reason := missing(compiler):
                print(f"{name:24}skipped: {reason}", flush=True)
                continue
            began = time.monotonic()
            try:
                headers, others = run_row(name, compiler, pool)
                print(f"{name:24}{headers} headers, {others} files: passed in {time.monotonic() - began:.0f} s", flush=True)
            except Failed as problem:
                failed += 1
                print(f"{name:24}FAILED\n{problem}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
