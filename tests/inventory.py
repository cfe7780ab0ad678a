#!/usr/bin/env python3
"""Lists every check of the tests by name, one a line, sorted. Run before and after tests are moved, it shows what was lost:

    git stash; tests/inventory.py > before; git stash pop; tests/inventory.py > after; diff before after

    test case     a test case of doctest, by its file in tests/ and its name, and how many expectations the file has
    static        how many static_asserts a file has
    mistake       a mistake that must not compile, and the diagnostic that it must cause
    bad input     a row of the tables of bad input: what it is, and what is said of it
    run           a run of the program: its command, and a hash of its input and of what it prints
    fuzz input    an input that a fuzz target starts from, by the hash of its bytes
    script        a test that is a script of its own
"""

import hashlib
import pathlib
import re
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path += [str(HERE / folder) for folder in ("program", "fuzz", "compile_fail")]
import compile_fail  # noqa: E402
import corpus  # noqa: E402
import transcripts  # noqa: E402

NAMED = re.compile(r'(?:TEST_CASE(?:_TEMPLATE)?(?:_DEFINE)?|SUBCASE|SCENARIO)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
EXPECTATION = re.compile(r"\b(?:CHECK|REQUIRE|RC_ASSERT|RC_PRE)\w*\(")


def short(*parts: str | bytes) -> str:
    return hashlib.sha1(b"\0".join(part if isinstance(part, bytes) else part.encode() for part in parts)).hexdigest()[:12]


def test_cases():
    for path in sorted(HERE.rglob("*.[ch]pp")):
        text, name = path.read_text(), path.relative_to(HERE).as_posix()
        for found in NAMED.finditer(text):
            yield f"test case\t{name}\t{found[1].strip()}"
        if expectations := len(EXPECTATION.findall(text)):
            yield f"test case\t{name}\t{expectations} expectations"
        if (asserts := text.count("static_assert(")) and path.parent.name != "compile_fail":
            yield f"static\t{name}\t{asserts} static_asserts"


def mistakes():
    for path in (HERE / "compile_fail").glob("*.cpp"):
        for found in compile_fail.MISTAKE.finditer(path.read_text()):
            yield f"mistake\t{found['name']}\t{found['expected']}"


def bad_input():
    for path in (HERE / "bad_input").glob("*.toml"):
        for group in tomllib.loads(path.read_text())["group"]:
            for what, given, said in group["rows"]:
                yield f"bad input\t{group['what']}: {what}\t{short(repr(given))}\t{said!r}"


def runs():
    for path in (HERE / "program").glob("*.txt"):
        for run in transcripts.read(path.read_text())[1]:
            yield f"run\t{run.command}\t{short(run.given, run.out, run.err, str(run.status))}"


def fuzz_inputs():
    for target in corpus.TARGETS:
        for _, data in corpus.read(target):
            yield f"fuzz input\t{target}\t{short(data)}"


def scripts():
    for path in HERE.rglob("*"):
        if path.suffix in {".py", ".sh", ".js", ".pl", ".sql"} and "__pycache__" not in path.parts:
            yield f"script\t{path.relative_to(HERE)}"


if __name__ == "__main__":
    for kind in (test_cases, mistakes, bad_input, runs, fuzz_inputs, scripts):
        print(*sorted(kind()), sep="\n")
