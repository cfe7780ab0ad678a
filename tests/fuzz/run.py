#!/usr/bin/env python3
"""Runs the fuzz targets, each first on the inputs of its pack (corpus.py) and then on what the fuzzer makes of them.

What is found anew goes to build/fuzz/corpus/NAME, what breaks a law to build/fuzz/findings. Ends with 1 if there is any of
that, and names the file that reproduces it.

  cmake --preset fuzz && cmake --build --preset fuzz
  tests/fuzz/run.py --seconds 5          # all targets, some seconds each
  tests/fuzz/run.py --seconds 3600 toml  # one of them for an hour
"""
import argparse
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys

from corpus import BUILD, HERE, TARGETS, command, extract


def environment():
    symbolizer = shutil.which("llvm-symbolizer-19") or shutil.which("llvm-symbolizer")
    return os.environ | ({"ASAN_SYMBOLIZER_PATH": symbolizer} if symbolizer else {})


def fuzz(name, seconds):
    """What one target did, as a row of the table, and the files that reproduce what it found."""
    new, committed, findings = BUILD / "corpus" / name, BUILD / "committed" / name, BUILD / "findings"
    for folder in (new, findings):
        folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(committed, ignore_errors=True)
    extract(name, committed)
    dictionary = HERE / f"{name}.dict"
    before = set(findings.glob(f"{name}-*"))
    log = BUILD / f"{name}.log"
    with open(log, "wb") as out:
        status = subprocess.run(
            command(name, f"-max_total_time={seconds}", "-timeout=20", "-print_final_stats=1",
                    f"-artifact_prefix={findings}/{name}-", *([f"-dict={dictionary}"] if dictionary.exists() else []),
                    new, committed),
            stdout=out, stderr=subprocess.STDOUT, env=environment(), check=False).returncode
    text = log.read_text(errors="replace")
    last = (re.findall(r"cov: (\d+) ft: \d+ corp: (\d+)/(\w+)", text) or [("-", "-", "-")])[-1]
    figure = lambda stat: (re.findall(stat + r":\s+(\d+)", text) or ["-"])[-1]
    found = sorted(str(path) for path in set(findings.glob(f"{name}-*")) - before)
    if status != 0 and not found:
        found = [f"{log} (ended with {status})"]
    return [name, figure("stat::number_of_executed_units"), figure("stat::average_exec_per_sec"), last[0],
            f"{last[1]} / {last[2]}", str(len(found))], found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", default=TARGETS, metavar="target", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="of each target, 60 if not given")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="targets at a time, one for each core if not given")
    options = parser.parse_args()
    if unknown := set(options.targets) - set(TARGETS):
        parser.error(f"no target: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(lambda name: fuzz(name, options.seconds), options.targets))

    rows = [["target", "executions", "exec/s", "edges", "inputs / size", "findings"]] + [row for row, _ in results]
    widths = [max(map(len, column)) for column in zip(*rows)]
    for row in rows:
        print("  ".join(cell.ljust(width) if cell is row[0] else cell.rjust(width) for cell, width in zip(row, widths)))
    findings = [(row[0], file) for row, found in results for file in found]
    for name, file in findings:
        print(f"{name}: reproduced by {file}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
