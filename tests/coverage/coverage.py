#!/usr/bin/env python3
"""Which lines and branches of the headers the tests run, after `cmake --workflow --preset coverage`.

    coverage.py            prints gcovr's table; fails below 98 % of the lines or 95 % of the branches
    coverage.py --missed   prints the lines that no test runs, and those with a branch that none takes or evaluates

A template is one piece of code: a branch is taken if it is in any of its instances. gcovr counts the branches of every
instance, so they are merged before it reads them; an instance with twice the branches of another, as of two lambdas in a
line, is taken for two copies. A branch counts once its condition was evaluated: what never was lies behind another branch
that counts as not taken, or is run by an exception on its way alone, which gcov does not tell apart; how many branches are
taken with those among them is printed last. Branches that only an exception takes, comparisons that the compiler writes
(= default) and lines of brackets do not count. What no test instantiates is no code, and in no figure.
"""

import collections
import functools
import json
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "coverage"


LINE = re.compile(r" *([0-9]+|#####|=====|-)\*?: *([0-9]+):(.*)")
BRANCH = re.compile(r"branch +[0-9]+ (?:taken ([0-9]+)|never executed)(.*)")
SECTION = "-" * 18  # begins and ends what gcov prints of one instance, after a summary of all


class Line:
    """A line of a header: how often it ran, and what is known of its branches."""

    def __init__(self):
        self.count = 0
        self.taken = {}  # by how many branches an instance has, and which of them it is; None if never evaluated
        self.throws = set()

    def add(self, branches):
        for index, (times, is_throw) in enumerate(branches):
            before = self.taken.setdefault((len(branches), index), None)
            if times is not None:
                self.taken[len(branches), index] = (before or 0) + times
            if is_throw:
                self.throws.add((len(branches), index))

    def branches(self):
        """How often each is taken, None if it was never evaluated. Copies of a line that gcov does not tell apart, as of
        lambdas, follow each other."""
        evaluated = {which: times for which, times in self.taken.items() if times is not None}
        shortest = min((size for size, _ in evaluated), default=0)
        of_copies = evaluated and all(size % shortest == 0 for size, _ in self.taken)
        merged, throws = {}, set()
        for (size, index), times in self.taken.items():
            which = (shortest, index % shortest) if of_copies else (size, index)
            before = merged.setdefault(which, None)
            if times is not None:
                merged[which] = (before or 0) + times
            if (size, index) in self.throws:
                throws.add(which)
        return [times for which, times in merged.items() if which not in throws]

    def evaluated(self):
        return [times for times in self.branches() if times is not None]


def counted(data):
    """What gcov says of one object file: file and line, how often it ran, and its branches in every instance that ran."""
    printed = subprocess.run(["gcov", "--branch-probabilities", "--branch-counts", "--stdout", data], cwd=data.parent,
                             capture_output=True, text=True, check=True).stdout
    path, in_section, branches = None, False, []
    summary, instances = {}, collections.defaultdict(list)
    for text in printed.splitlines():
        if line := LINE.fullmatch(text):
            count, number, source = line.groups()
            if number == "0":
                if source.startswith("Source:"):
                    path = (ROOT / source.removeprefix("Source:")).resolve()
            elif count != "-":
                branches = []
                if any(path.is_relative_to(ROOT / own) for own in ("include", "integrations")):
                    key = path.relative_to(ROOT).as_posix(), int(number)
                    runs = int(count) if count.isdigit() else 0
                    if not in_section:
                        summary[key] = runs, branches
                    elif runs:
                        instances[key].append(branches)
        elif text == SECTION:
            in_section = False
        elif branch := BRANCH.fullmatch(text):
            branches.append((int(branch[1]) if branch[1] else None, "(throw)" in branch[2]))
        elif text.endswith(":"):
            in_section = True
    return [(key, runs, instances.get(key, [branches] if runs else [])) for key, (runs, branches) in summary.items()]


@functools.cache
def source(path):
    return (ROOT / path).read_text(encoding="utf-8").splitlines()


def merged():
    """The lines of the headers that count, by file and number."""
    lines = collections.defaultdict(Line)
    with ThreadPoolExecutor() as pool:
        for found in pool.map(counted, sorted(BUILD.rglob("*.gcda"))):
            for key, runs, instances in found:
                text = source(key[0])[key[1] - 1]
                if "= default" in text or not re.search(r"\w", text):
                    continue
                lines[key].count += runs
                for branches in instances:
                    lines[key].add(branches)
    return lines


def main():
    lines = merged()
    if not lines:
        sys.exit(f"no counts in {BUILD}; run cmake --workflow --preset coverage first")
    if "--missed" in sys.argv:
        for (path, number), line in sorted(lines.items()):
            missed, unknown = line.branches().count(0), line.branches().count(None)
            if line.count == 0 or missed or unknown:
                parts = [f"{missed} not taken"] * (missed > 0) + [f"{unknown} never evaluated"] * (unknown > 0)
                what = ", ".join(parts) if line.count else "never runs"
                print(f"{path}:{number}: {what}: {source(path)[number - 1].strip()}")
        return 0
    trace = collections.defaultdict(list)
    for (path, number), line in sorted(lines.items()):
        taken = [{"count": times, "fallthrough": False, "throw": False} for times in line.evaluated()]
        trace[path].append({"line_number": number, "count": line.count, "branches": taken, "gcovr/noncode": False,
                            "gcovr/excluded": False})
    file = BUILD / "merged.json"
    files = [{"file": path, "functions": [], "lines": of_file} for path, of_file in trace.items()]
    file.write_text(json.dumps({"gcovr/format_version": "0.3", "files": files}), encoding="utf-8")
    status = subprocess.run(["gcovr", "--root", ROOT, "--add-tracefile", file, "--sort-percentage", "--print-summary",
                             "--fail-under-line", "98", "--fail-under-branch", "95"]).returncode
    known = [times for line in lines.values() for times in line.branches()]
    taken = sum(bool(times) for times in known)
    print(f"of all branches: {taken / len(known):.1%} ({taken} out of {len(known)})")
    return status


if __name__ == "__main__":
    sys.exit(main())
