#!/usr/bin/env python3
"""The rules of the house, read off the source of every header.

    floors.py [ROOT]        checks the project at ROOT (default: this one)
    floors.py --self-test   breaks every rule once in a small house and sees that it is noticed
"""

import re
import sys
import tempfile
from pathlib import Path

# A header includes its own folder and lower floors. clock/ and availability/ share a floor, so neither sees the other.
FLOOR = {"time": 0, "zone": 1, "calendar": 2, "policy": 3, "clock": 4, "availability": 4, "contracts": 5}
FREE = "sla/version.hpp"  # everyone may include it, and it includes nothing
UMBRELLA = "sla/sla.hpp"
WITHOUT_TEST = {FREE, UMBRELLA}
LONGEST = 400  # lines; a longer header holds two ideas


def room(name):
    """The folder and the floor of a header, from its name as included ("sla/time/civil.hpp")."""
    if name == FREE:
        return name, -1
    if name == UMBRELLA:
        return name, 6
    folder = name.split("/")[1]
    return folder, FLOOR.get(folder, 7)  # 7: an integration


def without_comments(text):
    """The text with comments and string contents blanked, every line still on its number."""
    token = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((.*?)\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.[^\']*|[^\'\\])\'', re.S)

    def blank(match):
        lines = "\n" * match[0].count("\n")
        return lines if match[0].startswith("/") else '"' + lines + '"'

    directive = re.compile(r'^([ \t]*#[ \t]*include[ \t]*)"([^"\n]*)"', re.M)  # kept: not a string
    text = directive.sub(r"\1`\2`", text)
    return token.sub(blank, text)


class Header:
    def __init__(self, root, base, path):
        self.name = path.relative_to(base).as_posix()
        self.path = path.relative_to(root).as_posix()
        self.core = base == root / "include"
        self.lines = path.read_text(encoding="utf-8").count("\n")
        self.code = without_comments(path.read_text(encoding="utf-8")).split("\n")

    def find(self, pattern):
        """(line number, match) of every line of code that matches."""
        return [(n, m) for n, line in enumerate(self.code, 1) if (m := re.search(pattern, line))]

    def includes(self):
        """(line number, name) of every header of ours."""
        return [(n, m[1]) for n, m in self.find(r"^\s*#\s*include\s*[<`](sla/[^>`]+)[>`]")]


def first_include(path):
    match = re.search(r'^#include [<"](.*)[>"]', path.read_text(encoding="utf-8"), re.M)
    return match and match[1]


def listings(root):
    """(file, line number, name) of every header in a header list of CMake."""
    for path in [root / "CMakeLists.txt", *sorted(root.glob("integrations/*/CMakeLists.txt"))]:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if match := re.match(r"\s*include/(sla/\S+\.hpp)", line):
                yield path.relative_to(root).as_posix(), number, match[1]


def check(root):
    """Every offence as "file:line: message"."""
    bases = [root / "include", *sorted(root.glob("integrations/*/include"))]
    headers = {h.name: h for base in bases for h in (Header(root, base, p) for p in sorted(base.rglob("*.hpp")))}
    listed = {name for _, _, name in listings(root)}
    offences = [f"{path}:{line}: lists {name}, which does not exist"
                for path, line, name in listings(root) if name not in headers]

    def offend(header, line, message):
        offences.append(f"{header.path}:{line}: {message}")

    for name, header in headers.items():
        folder, floor = room(name)
        if header.core and floor == 7:
            offend(header, 1, f"{folder}/ is on no floor")

        for line, target in header.includes():
            target_folder, target_floor = room(target)
            if target not in headers:
                offend(header, line, f"includes <{target}>, which does not exist")
            elif target_folder == folder:
                pass
            elif target_floor > floor:
                offend(header, line, f"includes <{target}>, which is upstairs")
            elif target_floor == floor:
                offend(header, line, f"includes <{target}>: {folder}/ and {target_folder}/ never include each other")

        for line, match in header.find(r"^\s*#\s*include\s*`(?!sla/)([^`]*)`"):
            offend(header, line, f'includes "{match[1]}"; write its whole name, sla/...')
        for line, match in header.find(r"^\s*#\s*include\s*<(?!sla/)([^>]*[./][^>]*)>"):
            if header.core:
                offend(header, line, f"includes <{match[1]}>; the core has the standard library alone")

        guard = "SLA_" + re.sub(r"[/.]", "_", name.removeprefix("sla/")).upper()
        macros = header.find(r"^\s*#\s*define\s+(\w+)")
        if [m[1] for _, m in macros[:1]] != [guard] or not header.find(rf"^#ifndef {guard}$"):
            offend(header, 1, f"has no include guard {guard}")
        for line, match in macros:
            if match[1] != guard:
                offend(header, line, f"defines the macro {match[1]}")
        for line, _ in header.find(r"^using\s+namespace\b"):  # within a function, indented, it stays there
            offend(header, line, "says using namespace")

        if header.lines > LONGEST:
            offend(header, LONGEST + 1, f"has {header.lines} lines, more than {LONGEST}: two ideas?")
        if name not in listed:
            offend(header, 1, "is missing in the header list of CMakeLists.txt")
        mirror = f"tests/unit/{name.removeprefix('sla/').removesuffix('.hpp')}.test.cpp"
        if name not in WITHOUT_TEST and not (root / mirror).is_file():
            offend(header, 1, f"has no unit test {mirror}")
        elif name not in WITHOUT_TEST and first_include(root / mirror) != name:  # so it compiles alone
            offend(header, 1, f"is not what its unit test {mirror} includes first")

    if UMBRELLA in headers:
        shown = {target for _, target in headers[UMBRELLA].includes()}
        for name, header in headers.items():
            if header.core and name != UMBRELLA and name not in shown:
                offend(headers[UMBRELLA], 1, f"does not include <{name}>")
    else:
        offences.append(f"include/{UMBRELLA}:1: there is no umbrella")

    return offences + cycles(headers)


def cycles(headers):
    """Each include cycle once, at the line that closes it."""
    offences, done = [], set()

    def visit(name, trail):
        for line, target in headers[name].includes():
            if target in trail + [name]:
                loop = (trail + [name])[(trail + [name]).index(target):] + [target]
                offences.append(f"{headers[name].path}:{line}: closes the circle {' -> '.join(loop)}")
            elif target in headers and target not in done:
                visit(target, trail + [name])
        done.add(name)

    for name in headers:
        if name not in done:
            visit(name, [])
    return offences


# The small house: sound as it stands, and each repair undone once.

def header(name, *lines):
    guard = "SLA_" + re.sub(r"[/.]", "_", name.removeprefix("sla/")).upper()
    return "\n".join([f"#ifndef {guard}", f"#define {guard}", *lines, "#endif", ""])


def house(**changed):
    """path -> text, with the headers named in `changed` (time_civil="...") given other lines."""
    inside = {
        "sla/version.hpp": ["// using namespace std; #define X", "void f() {", "  using namespace std;", "}"],
        "sla/time/civil.hpp": ["#include <chrono>", "#include <sla/version.hpp>"],
        "sla/zone/zone.hpp": ["#include <sla/time/civil.hpp>"],
        "sla/clock/deadline.hpp": ["#include <sla/zone/zone.hpp>"],
        "sla/availability/probe.hpp": ['inline const char* text = "using namespace";'],
        "sla/contracts/ours.hpp": ["#include <sla/clock/deadline.hpp>"],
        "sla/fmt/formatters.hpp": ["#include <fmt/format.h>", "#include <sla/sla.hpp>"],
    }
    inside[UMBRELLA] = [f"#include <{name}>" for name in inside if "fmt" not in name]
    inside |= {f"sla/{key.replace('_', '/')}.hpp": lines for key, lines in changed.items()}
    files = {}
    for name, lines in inside.items():
        base = "integrations/fmt/include" if "fmt" in name else "include"
        files[f"{base}/{name}"] = header(name, *lines)
        files[f"tests/unit/{name.removeprefix('sla/').removesuffix('.hpp')}.test.cpp"] = f'#include "{name}"\n'
    files["CMakeLists.txt"] = "".join(f"  include/{name}\n" for name in inside if "fmt" not in name)
    files["integrations/fmt/CMakeLists.txt"] = "  include/sla/fmt/formatters.hpp\n"
    return files


def without(files, path):
    return {name: text for name, text in files.items() if name != path}


def unlisted(files, path, line):
    return files | {path: files[path].replace(line + "\n", "")}


BROKEN = [
    (house(time_civil=["#include <sla/zone/zone.hpp>"]), "time/civil.hpp:3: includes <sla/zone/zone.hpp>, which is upstairs"),
    (house(version=["#include <sla/time/civil.hpp>"]), "version.hpp:3: includes <sla/time/civil.hpp>, which is upstairs"),
    (house(contracts_ours=["#include <sla/fmt/formatters.hpp>"]), "contracts/ours.hpp:3: includes <sla/fmt/formatters.hpp>, which is upstairs"),
    (house(clock_deadline=["", "#include <sla/availability/probe.hpp>"]), "clock/deadline.hpp:4: includes <sla/availability/probe.hpp>: clock/ and availability/ never"),
    (house(availability_probe=["#include <sla/clock/deadline.hpp>"]), "availability/probe.hpp:3: includes <sla/clock/deadline.hpp>: availability/ and clock/ never"),
    (house(zone_zone=["#include <sla/zone/zone.hpp>"]), "zone/zone.hpp:3: closes the circle sla/zone/zone.hpp -> sla/zone/zone.hpp"),
    (house(zone_zone=["#include <sla/zone/a.hpp>"], zone_a=["#include <sla/zone/zone.hpp>"]), "closes the circle sla/zone/zone.hpp -> sla/zone/a.hpp -> sla/zone/zone.hpp"),
    (house(zone_zone=["#include <sla/zone/lost.hpp>"]), "zone/zone.hpp:3: includes <sla/zone/lost.hpp>, which does not exist"),
    (house(zone_zone=['#include "../time/civil.hpp"']), 'zone/zone.hpp:3: includes "../time/civil.hpp"; write its whole name'),
    (house(zone_zone=["#include <date/date.h>"]), "zone/zone.hpp:3: includes <date/date.h>; the core has the standard library alone"),
    (house(attic_old=[]), "attic/old.hpp:1: attic/ is on no floor"),
    (house(zone_other=[]), "sla.hpp:1: does not include <sla/zone/other.hpp>"),
    (without(house(), "include/sla/sla.hpp"), "sla.hpp:1: there is no umbrella"),
    (house(zone_zone=["#define SLA_NOISE 1"]), "zone/zone.hpp:3: defines the macro SLA_NOISE"),
    (house() | {"include/sla/zone/zone.hpp": "#pragma once\n"}, "zone/zone.hpp:1: has no include guard SLA_ZONE_ZONE_HPP"),
    (house(zone_zone=["using namespace std;"]), "zone/zone.hpp:3: says using namespace"),
    (house(zone_zone=[""] * 398), "zone/zone.hpp:401: has 401 lines, more than 400"),
    (unlisted(house(), "CMakeLists.txt", "  include/sla/zone/zone.hpp"), "zone/zone.hpp:1: is missing in the header list"),
    (unlisted(house(), "integrations/fmt/CMakeLists.txt", "  include/sla/fmt/formatters.hpp"), "fmt/formatters.hpp:1: is missing in the header list"),
    (without(house(), "include/sla/contracts/ours.hpp"), "CMakeLists.txt:6: lists sla/contracts/ours.hpp, which does not exist"),
    (without(house(), "tests/unit/zone/zone.test.cpp"), "zone/zone.hpp:1: has no unit test tests/unit/zone/zone.test.cpp"),
    (house() | {"tests/unit/zone/zone.test.cpp": '#include <chrono>\n#include "sla/zone/zone.hpp"\n'}, "zone/zone.hpp:1: is not what its unit test tests/unit/zone/zone.test.cpp includes first"),
    (without(house(), "tests/unit/fmt/formatters.test.cpp"), "fmt/formatters.hpp:1: has no unit test tests/unit/fmt/formatters.test.cpp"),
]


def offences_of(files):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text)
        return check(Path(folder))


def self_test():
    longest_allowed = house(zone_zone=[""] * 397)
    failures = [f"a sound house is refused: {o}" for o in offences_of(house()) + offences_of(longest_allowed)]
    for files, expected in BROKEN:
        found = offences_of(files)
        if not any(expected in offence for offence in found):
            failures.append(f"not noticed: {expected}\n  noticed: {found}")
    return failures


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        problems, praise = self_test(), f"{len(BROKEN)} broken rules noticed"
    else:
        here = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()
        problems, praise = check(here), "the house stands"
    print("\n".join(problems) or praise)
    sys.exit(bool(problems))
