"""Makes a program of the examples in the docstrings, which compiles and runs only if they are right.

An example is the slot `/// example  ...` of a docstring. It is code if it begins like code: a name followed by a bracket or
a dot, a declaration, or a number with the suffix of a literal; every other example is prose. Examples beside each other are
set apart by ", " or "; ". Code ends where words go on, at ": " or at a verb (`is`, `prints`, ...). A text, true, false or
code behind `is` must be what the code before it gives, and what `throws` must throw. An example that ends in ";" is a declaration of a namespace, all
others stand in functions. What they take for granted (`terms`, `record`, `now`) is in docstring_examples.hpp.

    docstring_examples.py ROOT OUT.cpp INTEGRATION...
    docstring_examples.py --self-test
"""

import pathlib
import re
import sys
from typing import NamedTuple

SLOT = re.compile(r"^\s*/// (example +)(.*)$")
CODE = (
    r"(?:static_assert\(|(?:static |inline |constexpr |const )+[a-z]"
    r"|[A-Za-z_][\w:]*(?:<[\w:, <>]*>)?(?:::\w+)*(?:[({]|\.\w| <<| [a-z_]\w*[({])|\d[\d.']*_[a-z])"
)
WORDS_GO_ON = re.compile(r": |,? [a-z]+(?=:? |$)|$")
DECLARATION = re.compile(r"[a-z_]+ [a-z_]+[({]")
SEPARATOR = re.compile(r"(?:; |, )(?=" + CODE + ")")
VALUE = re.compile(r' is ("[^"]*"|true|false|[a-z_]\w*\{[^{}]*\})(?=[:;,]|$)')


class Example(NamedTuple):
    code: str
    value: str | None = None
    throws: bool = False


def find(what: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match outside of brackets and quotes."""
    depth, is_quoted = 0, False
    for at in range(len(text) + 1):
        if depth == 0 and not is_quoted and (found := what.match(text, at)):
            return found
        each = text[at : at + 1]
        if each == '"':
            is_quoted = not is_quoted
        elif each and not is_quoted:
            depth += (each in "([{") - (each in ")]}")
    return None


def examples(text: str) -> list[Example]:
    if not re.match(CODE, text):
        return []
    if text.endswith(";"):
        return [Example(text)]
    found = []
    while text:
        cut = find(SEPARATOR, text)
        part, text = (text[: cut.start()], text[cut.end() :]) if cut else (text, "")
        if re.match(CODE, part):
            end = find(WORDS_GO_ON, part)
            assert end, f"brackets that do not match: {part}"
            value = VALUE.match(part, end.start())
            found.append(Example(part[: end.start()], value and value[1], end[0] == " throws"))
    return found


def slots(header: str) -> list[tuple[int, str]]:
    found = []
    lines = header.splitlines()
    for number, line in enumerate(lines, 1):
        if slot := SLOT.match(line):
            goes_on = re.compile(r"^\s*/// {" + str(len(slot[1]) + 1) + r"}(.*)$")
            text = slot[2]
            for later in lines[number:]:
                if not (more := goes_on.match(later)):
                    break
                text += " " + more[1].strip()
            found.append((number, text))
    return found


def namespace_of(header: str) -> str:
    """The one whose names an example may use: that of the header."""
    opened = re.search(r"^namespace (sla\S*(?: v0\S*)?) \{", header, re.M)
    return opened[1].replace("inline ", "").removesuffix("::detail") if opened else "sla"


def statement(example: Example, place: str) -> str:
    if example.throws:
        return f'hold(throws([&] {{ static_cast<void>({example.code}); }}), "{place}")'
    if example.value:
        return f'hold(({example.code}) == ({example.value}), "{place}")'
    return example.code if DECLARATION.match(example.code) else f"static_cast<void>({example.code})"


def is_compiled(header: str) -> bool:
    """Some headers are empty where the standard library is older than they."""
    return "#ifdef __cpp_lib_format" not in header


def program(root: pathlib.Path, integrations: list[str]) -> str:
    includes, text, runs = [], "", []
    for folder in [root / "include", *(root / f"integrations/{name}/include" for name in integrations)]:
        for path in sorted(folder.rglob("*.hpp")):
            includes.append(f'#include "{path.relative_to(folder)}"')
            header = path.read_text(encoding="utf-8")
            place = path.relative_to(root)
            for line, slot in slots(header) if is_compiled(header) else []:
                if found := examples(slot):
                    text += f"\nnamespace example_{line}_of_{path.stem} {{\nusing namespace sla;\nusing namespace {namespace_of(header)};\n"
                    if found[0].code.endswith(";"):
                        text += f'#line {line} "{place}"\n{found[0].code}\n}}\n'
                    else:
                        text += f'void run() {{\n#line {line} "{place}"\n'
                        text += "; ".join(statement(each, f"{place}:{line}") for each in found) + ";\n}\n}\n"
                        runs.append(f"  example_{line}_of_{path.stem}::run();\n")
    head = "\n".join([*includes, "", '#include "docstring_examples.hpp"'])
    return f"{head}\n{text}\nint main() {{\n{''.join(runs)}  return ended();\n}}\n"


def self_test() -> None:
    cases = {
        "from Thu 15:30 to Mon 11:30 it is 4 h": [],
        "99.9 % of April (2026), down": [],
        "{Fri 20:45, Fri 22:10} lasts": [],
        'in_words("a_b") is "a b"': [Example('in_words("a_b")', '"a b"')],
        "f(1, g{2}) is false: because": [Example("f(1, g{2})", "false")],
        "part(money{9}) is money{1}": [Example("part(money{9})", "money{1}")],
        "f{1} is 99 %": [Example("f{1}")],
        "easter{} is a day, easter{-days{2}} is another": [Example("easter{}"), Example("easter{-days{2}}")],
        "any(a); any(b, c)": [Example("any(a)"), Example("any(b, c)")],
        "ticket t(terms); t.add(1); t.assess(now)": [Example("ticket t(terms)"), Example("t.add(1)"), Example("t.assess(now)")],
        "const shop s{a};": [Example("const shop s{a};")],
        "business_days{3}: business; elapsed{2h}: real, or desk": [Example("business_days{3}"), Example("elapsed{2h}")],
        "99.95_percent is fraction{1, 2}": [Example("99.95_percent", "fraction{1, 2}")],
    }
    for text, expected in cases.items():
        assert examples(text) == expected, f"{text}: {examples(text)}"
    header = "namespace sla::inline v0::x {\n  /// example  f(1,\n  ///            2)\n  /// cost     none\nint f;\n"
    assert slots(header) == [(2, "f(1, 2)")], slots(header)
    assert namespace_of(header) == "sla::v0::x"


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    else:
        pathlib.Path(sys.argv[2]).write_text(program(pathlib.Path(sys.argv[1]), sys.argv[3:]), encoding="utf-8")
