#!/usr/bin/env python3
"""Every public type of the core is a value that prints, or is listed here with the reason why it does not.

    printable.py ROOT
    printable.py --self-test

A public type is a class, struct or enumeration at the level of the namespace, outside of `detail` and of the contracts.
It prints if integrations/fmt has a value_text for it.
"""

import re
import sys
import tempfile
from pathlib import Path

WITHOUT_TEXT = {
    "an error has a message": ["error", "coverage_error", "interval_error", "civil_time_error", "terms_error", "batch_error", "event_error"],
    "a rule that a holiday is made from": ["days_after", "easter", "orthodox_easter"],
    "what a calendar is made from; the calendar prints": ["calendar_rules", "calendar_dates", "combined_calendars", "calendar_definition"],
    "a table, or what makes or reads one": [
        "day_table", "day_table_builder", "opening_times", "opening_times_builder", "compiled_opening_times", "loaded_opening_times",
        "open_intervals"],
    "describe() says an agreement clause by clause": ["basic_loaded_clauses", "basic_loaded_opening_clauses", "basic_loaded_agreement"],
    "a container of editions, which print": ["editions", "loaded_editions"],
    "a machine; its assessment prints": ["ticket"],
    "a trait": ["enumerators"],
}  # fmt: skip

TYPE = re.compile(r"^(?:class|struct|enum class) (?:\[\[\w+\]\] )?(\w+)(?![\w;])")
AMOUNT = re.compile(r"^using (\w+) = detail::time_amount<")


def public_types(header):
    """(line number, name) of every public type that a header defines."""
    in_detail = False
    for number, line in enumerate(header.read_text(encoding="utf-8").split("\n"), 1):
        if re.match(r"namespace (sla::inline v0::)?detail \{", line):
            in_detail = True
        elif re.match(r"\}  // namespace (sla::inline v0::)?detail", line):
            in_detail = False
        elif not in_detail and (match := TYPE.match(line) or AMOUNT.match(line)):
            yield number, match[1]


def with_text(root):
    """The types that have a value_text, by name."""
    found = set()
    for header in (root / "integrations/fmt/include/sla/fmt").glob("*.hpp"):
        text = header.read_text(encoding="utf-8")
        found |= {name for names in re.findall(r"struct value_text<([\w:, <>]+)>\s*[:{]", text) for name in re.findall(r"\w+", names)}
        found |= {name for names in re.findall(r"one_of<([\w:,\s]+)>", text) for name in re.findall(r"\w+", names)}
    return found


def offences(root):
    printed = with_text(root)
    excused = {name for names in WITHOUT_TEXT.values() for name in names}
    found, seen = [], set()
    for header in sorted((root / "include/sla").rglob("*.hpp")):
        if "contracts" in header.parts:
            continue
        for line, name in public_types(header):
            seen.add(name)
            where = f"{header.relative_to(root)}:{line}"
            if name not in printed | excused:
                found.append(f"{where}: {name} does not print; give it a value_text in integrations/fmt")
            if name in printed & excused:
                found.append(f"{where}: {name} prints and is listed as a type that does not")
    return found + [f"{Path(__file__).name}: {name} is no public type" for name in sorted(excused - seen)]


def self_test():
    core = "namespace sla::inline v0 {\nclass a {\n};\nenum class b { c };\nstruct forward;\nnamespace detail {\nstruct hidden {\n};\n}  // namespace detail\nstruct loose {\n};\n}\n"
    fmt = "template <>\nstruct value_text<a> : plain_text {\n};\ntemplate <one_of<b> Enum>\nstruct value_text<Enum> : x {};\n"
    problems = []
    for text, expected in ((fmt, ["loose"]), (fmt.replace("<a>", "<x>"), ["a", "loose"]), (fmt.replace("one_of<b>", "one_of<x>"), ["b", "loose"])):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path, content in (("include/sla/time/a.hpp", core), ("integrations/fmt/include/sla/fmt/f.hpp", text)):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(content)
            found = [o.split(": ")[1].split()[0] for o in offences(root) if "does not print" in o]
            if found != expected:
                problems.append(f"expected {expected} to be named, found {found}")
    return problems


if __name__ == "__main__":
    problems = self_test() if sys.argv[1:] == ["--self-test"] else offences(Path(sys.argv[1]))
    print("\n".join(problems) or "every public type prints")
    sys.exit(bool(problems))
