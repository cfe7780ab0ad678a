#!/usr/bin/env python3
"""Compiles a family of mistakes, each of which must not compile, for the reason that it names.

    compile_fail.py FILE COMPILER [FLAG...]   both of the following
    compile_fail.py --self-test COMPILER [FLAG...]

A family is a source of namespaces, one for each mistake, with the diagnostic that the mistake must cause before it:

    // expect-error: <regular expression>         or expect-first-error, if no other may come before it
    namespace missing_row {
    #ifdef SLA_MISTAKE
      the mistake
    #else
      its twin
    #endif
    }  // namespace missing_row

Without SLA_MISTAKE the source must compile. With it, each namespace needs an error that its expression matches, and no
error may lie outside of all of them. The expressions are matched against the compiler's messages, not against the lines they quote.
"""

import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile

MISTAKE = re.compile(r"^(?:// expect-(?P<first>first-)?error: (?P<expected>[^\n]+)\n)?namespace (?P<name>\w+) \{\n.*?^\}  // namespace (?P=name)$", re.M | re.S)
ERROR = re.compile(r": (?:fatal )?error: ")


def errors_in(messages: str, gcc: bool) -> list[str]:
    """One text for each error, with its notes. GCC says before an error or a note how it came there, clang behind it."""
    errors, before = [[]], []
    for line in messages.splitlines():
        if ERROR.search(line):
            errors.append([*before, line])
            before = []
        elif gcc and ": note: " not in line and not line.startswith(" "):
            before.append(line)
        else:
            errors[-1] += [*before, line]
            before = []
    return ["\n".join(error) for error in errors[1:]]


def compiled(file: pathlib.Path, command: list[str]) -> tuple[bool, str]:
    done = subprocess.run([*command, "-fsyntax-only", "-ftemplate-backtrace-limit=0", file], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, env=os.environ | {"LC_ALL": "C"}, check=False)
    return done.returncode == 0, done.stdout


def complaints(file: pathlib.Path, command: list[str]) -> list[str]:
    text = file.read_text()
    line_at = lambda place: text.count("\n", 0, place) + 1
    firsts = {found["name"] for found in MISTAKE.finditer(text) if found["first"]}
    mistakes = {found["name"]: (found["expected"], range(line_at(found.start("name")), line_at(found.end()) + 1))
                for found in MISTAKE.finditer(text)}
    if not mistakes or text.count("SLA_MISTAKE") < len(mistakes):
        return ["there are namespaces without a mistake"]
    if nameless := [name for name, (expected, _) in mistakes.items() if not expected]:
        return [f"{name}: no expectation before it: // expect-error: <regular expression>" for name in nameless]

    fine, messages = compiled(file, command)
    if not fine:
        return [f"the twins must compile\n{messages}"]
    gcc = "Free Software Foundation" in subprocess.run([command[0], "--version"], text=True, capture_output=True, check=True).stdout
    unquoted = "-fno-diagnostics-show-caret" if gcc else "-fno-caret-diagnostics"
    unlimited = "-fmax-errors=0" if gcc else "-ferror-limit=0"
    _, messages = compiled(file, [*command, unquoted, unlimited, "-DSLA_MISTAKE"])

    said, of, found = collections.defaultdict(list), [], []
    place = re.compile(rf"^{re.escape(str(file))}:(\d+)", re.M)
    for error in errors_in(messages, gcc):
        lines = [int(line) for line in place.findall(error)]
        named = [name for name, (_, within) in mistakes.items()
                 if any(line in within for line in lines) or re.search(rf"\b{name}::", error)]
        of = named or of  # an error that names no mistake follows from the one before it
        if not of:
            found.append(f"an error of no mistake\n{error}")
        for name in of:
            said[name].append(error)
    for name, (expected, _) in mistakes.items():
        if not said[name]:
            found.append(f"{name}: the mistake compiles")
        elif not any(re.search(expected, error) for error in said[name]):
            found.append(f"{name}: another diagnostic, none matches  {expected}\n" + "\n".join(said[name]))
        elif name in firsts and not re.search(expected, said[name][0]):
            found.append(f"{name}: another diagnostic comes first\n" + said[name][0])
    return found


SELF_TEST = """
// expect-error: two is not one
namespace right {
#ifdef SLA_MISTAKE
static_assert(2 == 1, "two is not one");
#endif
}  // namespace right

// expect-error: three is not one
namespace wrong {
#ifdef SLA_MISTAKE
static_assert(3 == 1, "three is not one");  // two is not one
#endif
}  // namespace wrong
"""


def self_test(command: list[str]) -> None:
    for old, new, expected in [
        ("", "", None),
        ("(3 == 1", "(3 == 3", "wrong: the mistake compiles"),
        ('"three is not one")', '"3 != 1")', "wrong: another diagnostic"),
        ("// expect-error: three is not one\n", "", "wrong: no expectation"),
        ("// expect-error: two", "// expect-first-error: two", None),
        ('#ifdef SLA_MISTAKE\nstatic_assert(2', '#ifdef SLA_MISTAKE\nstatic_assert(4 == 1, "four");\nstatic_assert(2', None),
        ('// expect-error: two is not one\nnamespace right {\n#ifdef SLA_MISTAKE\n',
         '// expect-first-error: two is not one\nnamespace right {\n#ifdef SLA_MISTAKE\nstatic_assert(4 == 1, "four");\n',
         "right: another diagnostic comes first"),
        ("#ifdef SLA_MISTAKE\nstatic_assert(3", "static_assert(3", "there are namespaces without a mistake"),
        ("#endif\n}  // namespace wrong", "#endif\nstatic_assert(false);\n}  // namespace wrong", "the twins must compile"),
        ("// expect-error: two", "#ifdef SLA_MISTAKE\nstatic_assert(false);\n#endif\n// expect-error: two", "an error of no mistake"),
    ]:
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "family.cpp"
            text = SELF_TEST.replace(old, new, 1)
            file.write_text(text)
            found = complaints(file, command)
        assert [each.startswith(expected or "") for each in found] == ([True] if expected else []), f"{expected}: {found}\n{text}"


def main() -> int:
    subject, *command = sys.argv[1:]
    if subject == "--self-test":
        self_test(command)
        return 0
    found = complaints(pathlib.Path(subject), command)
    for each in found:
        print(f"{subject}: {each}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
