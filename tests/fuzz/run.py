#!/usr/bin/env python3
"""Runs the fuzz targets, each first on the inputs of its corpus and then on what the fuzzer makes of them.

What is found anew goes to build/fuzz/corpus/NAME, what breaks a law to build/fuzz/findings. Ends with 1 if there is any of
that, and names the file that reproduces it.

  cmake --preset fuzz && cmake --build --preset fuzz
  tests/fuzz/run.py --seconds 5          # all targets, some seconds each
  tests/fuzz/run.py --seconds 3600 toml  # one of them for an hour
  tests/fuzz/run.py --minimise           # the committed corpora anew
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parents[1] / "build" / "fuzz"
NAMES = sorted(file.name.removesuffix(".fuzz.cpp") for file in HERE.glob("*.fuzz.cpp"))

# libical keeps what it has once allocated, and both print to stderr for each line they do not take.
OPTIONS = {"ical": ["-detect_leaks=0", "-close_fd_mask=2"], "records": ["-close_fd_mask=2"]}

# Of a minimised corpus, so much is committed, besides inputs that have a name.
MOST_INPUTS = 40
MOST_BYTES = 5_000


def command(name, *options):
    return [BUILD / "tests" / "fuzz" / name, *OPTIONS.get(name, []), *options]


def environment():
    symbolizer = shutil.which("llvm-symbolizer-19") or shutil.which("llvm-symbolizer")
    return os.environ | ({"ASAN_SYMBOLIZER_PATH": symbolizer} if symbolizer else {})


def fuzz(name, seconds):
    """What one target did, as a row of the table, and the files that reproduce what it found."""
    new, findings = BUILD / "corpus" / name, BUILD / "findings"
    for folder in (new, findings):
        folder.mkdir(parents=True, exist_ok=True)
    dictionary = HERE / f"{name}.dict"
    before = set(findings.glob(f"{name}-*"))
    log = BUILD / f"{name}.log"
    with open(log, "wb") as out:
        status = subprocess.run(
            command(name, f"-max_total_time={seconds}", "-timeout=20", "-print_final_stats=1",
                    f"-artifact_prefix={findings}/{name}-", *([f"-dict={dictionary}"] if dictionary.exists() else []),
                    new, HERE / "corpus" / name),
            stdout=out, stderr=subprocess.STDOUT, env=environment(), check=False).returncode
    text = log.read_text(errors="replace")
    last = (re.findall(r"cov: (\d+) ft: \d+ corp: (\d+)/(\w+)", text) or [("-", "-", "-")])[-1]
    figure = lambda stat: (re.findall(stat + r":\s+(\d+)", text) or ["-"])[-1]
    found = sorted(str(path) for path in set(findings.glob(f"{name}-*")) - before)
    if status != 0 and not found:
        found = [f"{log} (ended with {status})"]
    return [name, figure("stat::number_of_executed_units"), figure("stat::average_exec_per_sec"), last[0],
            f"{last[1]} / {last[2]}", str(len(found))], found


def of_all_sizes(files):
    """Every n-th of some files in the order of their sizes, as many as may be committed."""
    size = lambda file: file.stat().st_size
    files = sorted(files, key=lambda file: (size(file), file.name))
    for number in range(min(MOST_INPUTS, len(files)), 0, -1):
        chosen = [files[place * len(files) // number] for place in range(number)]
        if sum(map(size, chosen)) <= MOST_BYTES:
            return chosen
    return []


def minimise(name):
    committed = HERE / "corpus" / name
    has_a_name = lambda file: not re.fullmatch("[0-9a-f]{40}", file.name)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(command(name, "-merge=1", folder, BUILD / "corpus" / name, committed), check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        named = {file.read_bytes() for file in committed.iterdir() if has_a_name(file)}
        merged = [file for file in pathlib.Path(folder).iterdir() if file.read_bytes() not in named]
        for file in list(committed.iterdir()):
            if not has_a_name(file):
                file.unlink()
        for file in of_all_sizes(merged):
            shutil.copy(file, committed / file.name)
    sizes = [file.stat().st_size for file in committed.iterdir()]
    print(f"{name}: {len(sizes)} inputs, {sum(sizes)} bytes, the longest {max(sizes)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", default=NAMES, metavar="target", help=", ".join(NAMES))
    parser.add_argument("--seconds", type=int, default=60, help="of each target, 60 if not given")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="targets at a time, one for each core if not given")
    parser.add_argument("--minimise", action="store_true", help="choose the committed corpora anew")
    options = parser.parse_args()
    if unknown := set(options.targets) - set(NAMES):
        parser.error(f"no target: {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        if options.minimise:
            list(pool.map(minimise, options.targets))
            return 0
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
