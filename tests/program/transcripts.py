#!/usr/bin/env python3
"""Runs the commands of transcripts and compares what they print, streams and status told apart.

    transcripts.py PROGRAM FILE...             fails with a diff of each run that differs
    transcripts.py PROGRAM FILE... --accept    writes what was printed into the files, to be looked at and committed
    transcripts.py PROGRAM FILE... --only WORD the runs whose name holds the word
    transcripts.py --self-test

A transcript is a text file with one run after the other:

    === name of the run
    $ sla due --severity 2 --at 2026-11-20T22:00     the command, read by a shell in the project's root; sla is PROGRAM
    < a line of standard input                       none: standard input is empty
    a line of standard output                        as it is
    ! a line of standard error
    ? 2                                              the exit status, if it is not 0

An output that does not end with a line break has the line `\\ no line break` behind it. Lines before the first run are a
comment.
"""

import argparse
import concurrent.futures
import contextlib
import dataclasses
import difflib
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
MARKS = ("=== ", "$ ", "< ", "! ", "? ")
NO_BREAK = "\\ no line break"


@dataclasses.dataclass
class Run:
    name: str
    command: str
    given: str = ""  # standard input
    out: str = ""
    err: str = ""
    status: int = 0


def lines_of(text: str) -> list[str]:
    if not text:
        return []
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else [*lines, NO_BREAK]


def text_of(lines: list[str]) -> str:
    if lines and lines[-1] == NO_BREAK:
        return "\n".join(lines[:-1])
    return "".join(line + "\n" for line in lines)


def write(run: Run) -> str:
    if strange := [line for line in lines_of(run.out) if line.startswith(MARKS)]:
        raise ValueError(f"{run.name}: standard output has a line that a transcript reads otherwise: {strange[0]!r}")
    lines = [f"=== {run.name}", f"$ {run.command}"]
    lines += [f"< {line}" for line in lines_of(run.given)]
    lines += lines_of(run.out)
    lines += [f"! {line}" for line in lines_of(run.err)]
    lines += [f"? {run.status}"] if run.status else []
    return "\n".join(lines) + "\n"


def read(text: str) -> tuple[str, list[Run]]:
    """What stands before the first run, and the runs."""
    comment, *parts = re.split(r"^(?==== )", text, flags=re.M)
    runs = []
    for number, part in enumerate(parts, 1):
        separator = "\n\n" if number < len(parts) else "\n"
        name, command, *lines = part.removesuffix(separator).split("\n")
        if not command.startswith("$ "):
            raise ValueError(f"{name}: the second line of a run is its command")
        kept = {mark: [line.removeprefix(mark) for line in lines if line.startswith(mark)] for mark in MARKS}
        rest = [line for line in lines if not line.startswith(MARKS)]
        runs.append(Run(name.removeprefix("=== "), command.removeprefix("$ "), text_of(kept["< "]), text_of(rest),
                        text_of(kept["! "]), int((kept["? "] or ["0"])[0])))
    if len(names := {run.name for run in runs}) < len(runs):
        raise ValueError(f"{len(runs) - len(names)} runs have the name of another")
    return comment, runs


def ran(run: Run, program: str) -> Run:
    # Files take what a pipe would hold back, and keep the streams apart.
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(run.given.encode())
        given.seek(0)
        status = subprocess.run(["sh", "-c", f'sla() {{ "$0" "$@"; }}\n{run.command}', program], cwd=ROOT, stdin=given, stdout=out,
                                stderr=err, timeout=120, check=False).returncode
        out.seek(0)
        err.seek(0)
        return dataclasses.replace(run, out=out.read().decode(), err=err.read().decode(), status=status)


def differences(expected: Run, actual: Run) -> list[str]:
    """The streams that differ, each as a diff."""
    found = []
    for stream in ("out", "err", "status"):
        before, after = (lines_of(str(getattr(run, stream))) for run in (expected, actual))
        if before != after:
            diff = difflib.unified_diff(before, after, f"expected {stream}", f"actual {stream}", lineterm="")
            found.append("\n".join(diff))
    return found


def compare(path: pathlib.Path, options: argparse.Namespace) -> tuple[int, int]:
    """How many runs of a file were made, and how many differ; accepted ones do not."""
    comment, runs = read(path.read_text(encoding="utf-8"))
    chosen = [run for run in runs if options.only in run.name]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        actual = dict(zip((run.name for run in chosen), workers.map(lambda run: ran(run, options.program), chosen)))
    differ = 0
    for run in chosen:
        if found := differences(run, actual[run.name]):
            differ += 1
            print(f"{path}: {run.name}\n$ {run.command}", *found, "", sep="\n")
    if differ and options.accept:
        path.write_text(comment + "\n".join(write(actual.get(run.name, run)) for run in runs), encoding="utf-8")
        print(f"{path}: {differ} accepted")
        differ = 0
    return len(chosen), differ


def self_test() -> None:
    say = "sla -c 'cat; printf out; echo err >&2; exit 3'"
    right = Run("all streams", say, "in\n", "in\nout", "err\n", 3)
    quiet = Run("nothing", "sla -c :")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a.txt"

        def answer(*runs, accept=False, only=""):
            path.write_text("a comment\n\n" + "\n".join(map(write, runs)))
            found = compare(path, argparse.Namespace(program="/bin/sh", accept=accept, only=only))
            assert path.read_text().startswith("a comment\n\n=== ")
            return found

        assert read("\n".join(map(write, [right, quiet]))) == ("", [right, quiet])
        blank = Run("a blank line at the end", "sla -c 'echo; echo'", out="\n\n")
        assert answer(right, quiet) == (2, 0)
        assert answer(blank, quiet) == answer(quiet, blank) == (2, 0)
        assert answer(right, quiet, only="noth") == (1, 0)
        for wrong in ({"out": "in\nOUT"}, {"out": "in\nout\n"}, {"err": ""}, {"status": 0}, {"given": ""}):
            changed = dataclasses.replace(right, **wrong)
            assert answer(changed, quiet) == (2, 1), wrong
            assert answer(changed, quiet, accept=True) == (2, 0), wrong
            assert compare(path, argparse.Namespace(program="/bin/sh", accept=False, only="")) == (2, 0), wrong
        for bad in ("=== a\nno command\n", write(quiet) * 2):
            try:
                read(bad)
            except ValueError:
                continue
            raise AssertionError(bad)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--accept", action="store_true")
    parser.add_argument("--only", default="", metavar="WORD")
    options = parser.parse_args()
    counts = [compare(path, options) for path in options.files]
    made, differ = map(sum, zip(*counts))
    print(f"{made} runs, {differ} not as expected")
    return 1 if differ or not made else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        with contextlib.redirect_stdout(io.StringIO()):
            self_test()
    else:
        sys.exit(main())
