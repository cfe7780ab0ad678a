"""Writes the whole core as one header, which needs nothing but the standard library.

    single_header.py FILE

What the headers include of the standard library comes first, once; then the headers, each after those it includes. Only the
project's files decide what is written, so it is the same from run to run.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
UMBRELLA = "sla/sla.hpp"
OURS = re.compile(r'#include "(sla/[^"]+)"')
STANDARD = re.compile(r"#include (<[^>]+>)")


def guarded(name):
    """The lines of a header between its include guards."""
    text = (ROOT / "include" / name).read_text(encoding="utf-8")
    match = re.fullmatch(r"#ifndef (SLA_\w+)\n#define \1\n(.*)#endif\n", text, re.S)
    if not match:
        sys.exit(f"include/{name}:1: must begin with its include guard and end with #endif")
    return match[2].splitlines()


def gather(name, standard, bodies):
    """Adds what a header includes of the standard library, and its text behind that of the headers it includes."""
    bodies[name] = ""  # it is on its way, and must not be gathered again
    text, conditions = [], 0
    for line in guarded(name):
        conditions += line.startswith("#if")
        conditions -= line.startswith("#endif")
        if match := OURS.fullmatch(line):
            if match[1] not in bodies:
                gather(match[1], standard, bodies)
        elif conditions == 0 and (match := STANDARD.fullmatch(line)):
            standard.add(match[1])
        else:
            text.append(line)
    del bodies[name]
    bodies[name] = re.sub(r"\n{3,}", "\n\n", "\n".join(text)).strip()


def gathered():
    """The standard headers that the core includes, and the text of each of its headers, the included before the including."""
    standard, bodies = set(), {}
    gather(UMBRELLA, standard, bodies)
    del bodies[UMBRELLA]
    return sorted(standard), bodies


def single_header():
    standard, bodies = gathered()
    version = re.search(r'version = "([^"]+)"', bodies["sla/version.hpp"])[1]
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    out = [f"// sla {version}, the headers of include/sla in one file, made by cmake/single_header.py.", "//"]
    out += [f"// {line}".rstrip() for line in licence.splitlines()]
    out += ["", "#ifndef SLA_SLA_HPP", "#define SLA_SLA_HPP", ""]
    out += [f"#include {header}" for header in standard]
    for name, body in bodies.items():
        out += ["", f"// ---- {name}", "", body]
    return "\n".join([*out, "", "#endif", ""])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    target = pathlib.Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(single_header(), encoding="utf-8")
