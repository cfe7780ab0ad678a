#!/usr/bin/env python3
"""Compares the instruction counts of two results of run.py; fails if an operation costs over 5 % more, or is missing.

    benchmarks/compare.py OLD.json NEW.json
    benchmarks/compare.py --self-test
"""

import json
import pathlib
import sys

TOLERANCE = 0.05


def compare(old, new):
    """Failures and news, as lines."""
    failures, news = [], []
    for compiler, before in old["counts"].items():
        after = new["counts"].get(compiler, {})
        for operation, count in before.items():
            if operation not in after:
                failures.append(f"{compiler}: {operation} is missing")
            elif after[operation] > count * (1 + TOLERANCE):
                failures.append(f"{compiler}: {operation} rose from {count} to {after[operation]} instructions")
        news += [f"{compiler}: {operation} is new, {after[operation]} instructions"
                 for operation in after if operation not in before]
    return failures, news


def self_test():
    old = {"counts": {"g++": {"advance": 100, "look_up": 20}}}

    def failures(**counts):
        return compare(old, {"counts": {"g++": counts}})[0]

    assert failures(advance=100, look_up=20) == []
    assert failures(advance=105, look_up=1) == []
    assert failures(advance=106, look_up=20) == ["g++: advance rose from 100 to 106 instructions"]
    assert failures(advance=100) == ["g++: look_up is missing"]
    assert compare(old, {"counts": {}})[0] == ["g++: advance is missing", "g++: look_up is missing"]
    assert compare(old, {"counts": {"g++": {"advance": 1, "look_up": 1, "more": 7}}}) == (
        [], ["g++: more is new, 7 instructions"])


def main():
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        print("compare.py: self-test passed")
        return
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    failures, news = compare(*(json.loads(pathlib.Path(name).read_text()) for name in sys.argv[1:]))
    for line in [*news, *failures]:
        print(line)
    if failures:
        sys.exit(1)
    print("compare.py: no operation costs over 5 % more instructions")


main()
