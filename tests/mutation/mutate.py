#!/usr/bin/env python3
"""Breaks the headers, one small change at a time, and sees whether the tests notice.

    mutate.py [--share N] [HEADER ...]   tries every N-th mutant (default 8) of these headers (default: all)
    mutate.py --again                    tries once more those that survived, equivalent or not, or were no C++
    mutate.py --list [HEADER ...]        prints the mutants that would be tried
    mutate.py --self-test                sees that a mutant is killed that must be, and one survives that must

A mutant swaps an operator, moves a bound or a constant by one, names the neighbouring enumerator, or turns a condition
round. It is killed by the first test that no longer compiles or no longer passes; the nearest tests are asked first. One
that no file compiles with, other than by a refusal of the library's own, is no mutant. What is known of a mutant is kept in
build/mutation/results.json; equivalent.tsv beside this script names those that change nothing that can be seen, and why;
they survived all tests when they were written down, and are tried only by --again.
Exits with 1 if fewer than 95 % are killed, or a survivor is not in equivalent.tsv.
"""

import argparse
import hashlib
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
BUILD = ROOT / "build" / "mutation"
BASES = ["include", *(f"integrations/{each}/include" for each in ("fmt", "toml", "json", "ical", "tz"))]
FLAGS = ["-std=c++20", "-w", "-O0", "-Itests", "-D_GLIBCXX_ASSERTIONS", "-DDOCTEST_CONFIG_USE_STD_HEADERS",
         "-DDOCTEST_CONFIG_REQUIRE_STRINGIFICATION_FOR_ALL_USED_TYPES"]
LIBRARIES = {"rapidcheck.h": "-lrapidcheck", "libical/ical.h": "-lical",
             "date/tz.h": "-DUSE_OS_TZDB=1 -DONLY_C_LOCALE=1 -DHAS_STRING_VIEW=1 -ldate-tz"}
NEAREST = {"static/*.cpp": 9, "unit/**/*.test.cpp": 9, "golden/*.cpp": 9, "regressions.test.cpp": 1,
           "conformance/*.cpp": 9, "property/*.cpp": 5, "tz/civil*.cpp": 1, "compile_fail/*.cpp": 20}
TOO_LONG = 300  # seconds
WANTED = 0.95  # of the mutants are killed

# ---- Where a header can be changed

SWAPS = {" < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ", " == ": " != ", " != ": " == ",
         " + ": " - ", " - ": " + ", " * ": " / ", " / ": " * ", " % ": " / ", " && ": " || ", " || ": " && ",
         " += ": " -= ", " -= ": " += ", "++": "--", "--": "++", "(std::min)": "(std::max)", "(std::max)": "(std::min)",
         "lower_bound": "upper_bound", "upper_bound": "lower_bound", "return true": "return false",
         "return false": "return true"}
OPERATOR = re.compile("|".join(re.escape(each) for each in sorted(SWAPS, key=len, reverse=True)))
NUMBER = re.compile(r"(?<![\w.'])(\d[\d']*)(?=(?:h|min|s|ms|d|y|[uU]?[lL]{0,2})?(?![\w.']))")
CONDITION = re.compile(r"\bif \((?!!?\()([^;=(]*(?:\([^()]*\)[^;=(]*)*(?:[!=<>]=[^;=(]*(?:\([^()]*\)[^;=(]*)*)*)\)(?= |$)")
REFUSAL = re.compile("static assertion|constant expression|constexpr|overflow|narrowing|outside the bounds|out of range|"
                     "past-the-end|null pointer|is negative")
NOT_CODE = re.compile(r"^\s*(#|static_assert|template\b|requires\b|concept\b|using\b|friend\b.*= default|\[\[)")


def masked(text):
    """The text with comments, strings and characters blanked, every character still in its place."""
    token = re.compile(r'//[^\n]*|/\*.*?\*/|R"\(.*?\)"|"(?:\\.|[^"\\\n])*"|(?<![0-9])\'(?:\\.[^\']*|[^\'\\])\'', re.S)
    return token.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


@dataclass(frozen=True)
class Mutant:
    header: str  # from the root
    line: int
    begin: int  # in the text of the header
    end: int
    old: str
    new: str
    source: str  # the line as it is
    changed: str  # and as it becomes

    @property
    def key(self):
        """What names it while the lines above it come and go."""
        return f"{self.header}\t{self.source}\t{self.changed}"

    def __str__(self):
        return f"{self.header}:{self.line}\n    - {self.source}\n    + {self.changed}"


def enumerations(texts):
    """The neighbour of every enumerator, by enumeration::enumerator."""
    neighbours = {}
    for text in texts:
        for name, body in re.findall(r"enum class (\w+)[^{;]*\{([^}]*)\}", masked(text)):
            names = re.findall(r"(?:^|,)\s*(\w+)", body)
            for this, following in zip(names, names[1:] + names[:1]):
                if this != following:
                    neighbours[f"{name}::{this}"] = f"{name}::{following}"
    return neighbours


def mutants_of(header, neighbours):
    text = (ROOT / header).read_text(encoding="utf-8")
    code = masked(text)
    found = []
    offset = 0
    for number, line in enumerate(code.split("\n"), 1):
        changes = []
        source = text[offset:offset + len(line)]
        if not NOT_CODE.match(line):
            changes += [(m.start(), m.end(), SWAPS[m[0]]) for m in OPERATOR.finditer(line) if "+" not in m[0] or '"' not in source]
            for m in NUMBER.finditer(line):
                digits = m[1].replace("'", "")
                changes.append((m.start(1), m.end(1), "0" if digits == "1" else str(int(digits, 8 if digits[0] == "0" else 10) + 1)))
            changes += [(m.start(1), m.end(1), f"!({source[m.start(1):m.end(1)]})") for m in CONDITION.finditer(line)]
            changes += [(m.start(), m.end(), neighbours[m[0]]) for m in re.finditer(r"\b\w+::\w+\b", line) if m[0] in neighbours]
        for begin, end, new in changes:
            found.append(Mutant(header, number, offset + begin, offset + end, line[begin:end], new, source.strip(),
                                (source[:begin] + new + source[end:]).strip()))
        offset += len(line) + 1
    return found


def is_chosen(mutant, share):
    return int.from_bytes(hashlib.sha256(mutant.key.encode()).digest()[:8], "big") % share == 0


# ---- Which tests see a header

class Tree:
    """Who includes what."""

    def __init__(self):
        self.closures = {}

    def resolve(self, name):
        return next((f"{base}/{name}" for base in BASES + ["tests"] if (ROOT / base / name).is_file()), None)

    def closure(self, file):
        """The headers that a file includes, at first or at second hand, and itself."""
        if file not in self.closures:
            self.closures[file] = {file}  # a cycle would end here
            names = re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', (ROOT / file).read_text(encoding="utf-8"), re.M)
            known = [found for name in names if (found := self.resolve(name))]
            self.closures[file] = {file}.union(*(self.closure(each) for each in known))
        return self.closures[file]

    def libraries(self, file):
        texts = [(ROOT / each).read_text(encoding="utf-8") for each in self.closure(file)]
        found = [flags for header, flags in LIBRARIES.items() if any(f"<{header}>" in text for text in texts)]
        return " ".join(["-lfmt", *found]).split()

    def tests(self, header):
        """The tests that see a header: its own, those that only compile, and of every other kind the nearest."""
        mirror = "tests/unit/" + header.split("include/sla/")[1].replace(".hpp", ".test.cpp")

        def nearest(pattern, count):
            files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").glob(pattern)]
            sees = {file: len([each for each in self.closure(file) if each.startswith("in")]) for file in files}
            return sorted((each for each in files if header in self.closure(each) and each != mirror), key=sees.get)[:count]

        own = [mirror] if (ROOT / mirror).is_file() else []
        return own + [test for pattern, count in NEAREST.items() for test in nearest(pattern, count)]

# ---- Asking a test

def limits():
    resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))


def run(command, cwd, seconds):
    """Exit status and messages; the status is None where the time is up."""
    environment = {**os.environ, "RC_PARAMS": "max_success=10 seed=1", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}
    try:
        done = subprocess.run(command, cwd=cwd, timeout=seconds, capture_output=True, text=True, errors="replace",
                              env=environment, preexec_fn=limits)
        return done.returncode, done.stdout + done.stderr
    except subprocess.TimeoutExpired:
        return None, ""


class Workshop:
    """A copy of the headers in which one of them is changed; the tests are read from the project."""

    def __init__(self, place, tree, known_seconds, lock):
        self.place, self.tree, self.seconds, self.lock = place, tree, known_seconds, lock
        shutil.rmtree(place, ignore_errors=True)
        for base in BASES:
            shutil.copytree(ROOT / base, place / base)
        (place / "tests").symlink_to(ROOT / "tests")
        (place / "examples").symlink_to(ROOT / "examples")
        self.includes = [f"-I{base}" for base in BASES]
        self.main = place / "main.o"
        status, messages = run(["g++", *FLAGS, "-c", "tests/main.cpp", "-o", self.main], place, 600)
        if status != 0:
            sys.exit(f"tests/main.cpp does not compile:\n{messages}")

    def ask(self, test, seconds):
        """What a test says: "passed", or how it fails."""
        if "/compile_fail/" in test:
            command = [sys.executable, ROOT / "tests/compile_fail/compile_fail.py", test, "g++", *FLAGS, *self.includes]
            status, _ = run(command, self.place, seconds)
            return "passed" if status == 0 else "mistakes are not refused"
        compile_only = "/static/" in test
        program = self.place / "test"
        command = ["g++", *FLAGS, *self.includes, test]
        command += ["-fsyntax-only"] if compile_only else [self.main, "-o", program, *self.tree.libraries(test)]
        status, messages = run(command, self.place, seconds)
        if status is None:
            return "compiles too long"
        if status != 0:
            own = REFUSAL.search(next((line for line in messages.splitlines() if "error:" in line), ""))
            return "refused by the compiler" if own else "does not compile"
        if compile_only:
            return "passed"
        status, messages = run([program], self.place, seconds)
        if status is None:
            return "runs too long"
        return "passed" if status == 0 else "failed"

    def seconds_for(self, test):
        """How long a test may take: several times what it takes with the headers as they are; none if that is too long."""
        with self.lock:
            known = self.seconds.get(test)
        if known is None:
            began = time.monotonic()
            answer = self.ask(test, TOO_LONG)
            if answer.endswith("too long"):
                print(f"left out: {test} {answer}", flush=True)
            elif answer != "passed":
                sys.exit(f"{test}: {answer} with the headers as they are")
            known = time.monotonic() - began if answer == "passed" else TOO_LONG
            with self.lock:
                self.seconds[test] = known
        return 4 * known + 20 if known < TOO_LONG else None

    def judge(self, mutant):
        """By which test a mutant is killed, and how; None if it survives, "stillborn" if it is no C++."""
        tests = self.tree.tests(mutant.header)
        target = self.place / mutant.header
        original = target.read_text(encoding="utf-8")
        for test in tests:
            seconds = self.seconds_for(test)
            if seconds is None:
                continue
            target.write_text(original[:mutant.begin] + mutant.new + original[mutant.end:], encoding="utf-8")
            try:
                answer = self.ask(test, seconds)
            finally:
                target.write_text(original, encoding="utf-8")
            if answer == "does not compile":
                return "stillborn"
            if answer != "passed":
                return f"{test}: {answer}"
        return None


# ---- All of them

def equivalents():
    """Why a mutant changes nothing that can be seen, by its key."""
    known = {}
    for number, line in enumerate((HERE / "equivalent.tsv").read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        fields = line.split("\t")
        if len(fields) != 4 or not all(fields):
            sys.exit(f"equivalent.tsv:{number}: {len(fields)} fields; wanted: header, line, line as changed, reason")
        known["\t".join(fields[:3])] = fields[3]
    return known


def load(file):
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def save(file, data):
    unfinished = file.with_suffix(".unfinished")
    unfinished.write_text(json.dumps(data, indent=1), encoding="utf-8")
    unfinished.replace(file)


def try_all(mutants, results, jobs):
    tree = Tree()
    lock = Lock()
    seconds = load(BUILD / "seconds.json")
    workshops = [Workshop(BUILD / f"workshop{number}", tree, seconds, lock) for number in range(jobs)]
    queue = [each for each in mutants if each.key not in results]
    total = len(queue)

    def work(workshop):
        while True:
            with lock:
                if not queue:
                    return
                mutant = queue.pop(0)
                left = len(queue)
            answer = workshop.judge(mutant)
            with lock:
                results[mutant.key] = answer
                save(BUILD / "results.json", results)
                save(BUILD / "seconds.json", seconds)
                print(f"[{total - left}/{total}] {answer or 'SURVIVED'}  {mutant.header}:{mutant.line} "
                      f"{mutant.old.strip()} -> {mutant.new.strip()}", flush=True)

    with ThreadPoolExecutor(jobs) as pool:
        for done in [pool.submit(work, each) for each in workshops]:
            done.result()


def report(mutants, results):
    answers = [(each, results[each.key]) for each in mutants]
    tried = [(mutant, answer) for mutant, answer in answers if answer != "stillborn"]
    killed = [answer for _, answer in tried if answer]
    known = equivalents()
    print(f"\n{len(tried)} mutants of {len({each.header for each, _ in tried})} headers, {len(killed)} killed "
          f"({100 * len(killed) / max(1, len(tried)):.1f} %); {len(answers) - len(tried)} more were no C++")
    by_kind = {}
    for answer in killed:
        kind = answer.split(":")[0].split("/")[1].split(".")[0]
        by_kind[kind] = by_kind.get(kind, 0) + 1
    print("killed by " + ", ".join(f"{kind} {count}" for kind, count in sorted(by_kind.items(), key=lambda each: -each[1])))
    unexplained = 0
    for mutant, answer in tried:
        if answer is None:
            reason = known.get(mutant.key)
            unexplained += reason is None
            print(f"survived: {mutant}\n      {reason or 'NOT EXPLAINED'}")
    return 0 if unexplained == 0 and len(killed) >= WANTED * len(tried) else 1


def self_test():
    tree = Tree()
    workshop = Workshop(BUILD / "selftest", tree, {}, Lock())
    header = "include/sla/contracts/google_cloud_cdn.hpp"
    text = (ROOT / header).read_text(encoding="utf-8")
    begin = text.index("constexpr")

    def answer(new, end):
        return workshop.judge(Mutant(header, 1, begin, end, text[begin:end], new, "", ""))

    assert answer("constexpr", begin + len("constexpr")) is None, "a mutant that changes nothing is killed"
    assert answer("static_assert(false); constexpr", begin + len("constexpr")), "a broken header survives"
    assert answer("no_such_type", begin + len("constexpr")) == "stillborn", "what is no C++ counts"
    assert masked('a < b; // < "x"\n"1 < 2"') == "a < b;         \n       ", "comments and strings count as code"
    print("a mutant that must be killed is, one that must survive does")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("headers", nargs="*")
    parser.add_argument("--share", type=int, default=8)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    BUILD.mkdir(parents=True, exist_ok=True)
    headers = options.headers or sorted(path.relative_to(ROOT).as_posix() for base in BASES
                                        for path in (ROOT / base).rglob("*.hpp"))
    for header in headers:
        if not (ROOT / header).is_file() or "include/sla/" not in header or not header.endswith(".hpp"):
            sys.exit(f"{header}: is no header; allowed: include/sla/... and integrations/*/include/sla/...")
    neighbours = enumerations((ROOT / each).read_text(encoding="utf-8") for each in headers)
    found = {each.key: each for header in headers for each in mutants_of(header, neighbours)}
    stale = [key for key in equivalents() if key.split("\t")[0] in headers and key not in found]
    if stale:
        sys.exit("equivalent.tsv names what is no mutant any more:\n" + "\n".join(stale))
    mutants = [each for each in found.values() if is_chosen(each, options.share)]
    if options.list:
        print(*mutants, f"{len(mutants)} mutants", sep="\n")
        return 0
    results = load(BUILD / "results.json")
    if options.again:
        results = {key: answer for key, answer in results.items() if answer not in (None, "stillborn")}
    else:
        results = dict.fromkeys(equivalents()) | results
    try_all(mutants, results, options.jobs)
    return report(mutants, results)


if __name__ == "__main__":
    sys.exit(main())
