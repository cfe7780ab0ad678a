#!/usr/bin/env python3
"""Holds what the library and the program write as JSON to the schema, by a validator that is not ours (jsonschema).

    schema.py SAMPLES SLA SCHEMA

SAMPLES prints samples of every definition; of each, no required member can be left out and no value may be of a wrong
type without being noticed. Exit status: 0 valid, 1 not, 77 there is no validator.
"""

import copy
import json
import subprocess
import sys
from pathlib import Path

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: the Python package jsonschema is missing (python3-jsonschema)")
    sys.exit(77)

REPORT = ["report", "--tickets", "tests/program/data/tickets.csv", "--probes", "tests/program/data/probes.csv",
          "--maintenance", "tests/program/data/maintenance.csv", "--month", "2026-11", "--as-of", "2026-11-29T00:00", "--json", "-"]  # fmt: skip
# Parts of others, which are seen there.
PARTS = {"seconds", "instant", "fraction", "percent", "money", "severity", "met", "event", "case", "availability_figures"}

samples, sla, schema_file = sys.argv[1:]
schema = json.loads(Path(schema_file).read_text(encoding="utf-8"))
definitions = schema["$defs"]
Draft202012Validator.check_schema(schema)
problems = []


def validator(definition):
    return Draft202012Validator({**schema, "$ref": f"#/$defs/{definition}"})


def run(*command):
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def validate(what, definition, value):
    problems.extend(f"{what}: /{'/'.join(map(str, e.absolute_path))} {e.message}" for e in validator(definition).iter_errors(value))


def members_of(definition):
    """The names that a definition knows, with those of the definitions that it includes."""
    known = set(definitions[definition].get("properties", {}))
    for part in definitions[definition].get("allOf", []):
        known |= members_of(part["$ref"].rsplit("/", 1)[1])
    return known


def required_of(definition):
    required = set(definitions[definition].get("required", []))
    for part in definitions[definition].get("allOf", []):
        required |= required_of(part["$ref"].rsplit("/", 1)[1])
    return required


def must_not_pass(what, definition, value):
    if validator(definition).is_valid(value):
        problems.append(f"{what}: the schema takes it")


def challenge(definition, value):
    """Every mistake in a sample is noticed: a required member left out, a member of a wrong type."""
    if "properties" not in definitions[definition]:
        return
    if unknown := set(value) - members_of(definition):
        problems.append(f"{definition}: the schema does not know {', '.join(sorted(unknown))}")
    for name in required_of(definition):
        must_not_pass(f"{definition} without {name}", definition, {n: v for n, v in value.items() if n != name})
    for name in value:
        if definitions[definition].get("properties", {}).get(name) is not True:
            wrong = copy.deepcopy(value) | {name: {"wrong": []}}
            must_not_pass(f"{definition} with a wrong {name}", definition, wrong)


seen = run(samples)
for definition, values in seen.items():
    if definition not in definitions:
        problems.append(f"{definition}: the schema does not define it")
        continue
    if not values:
        problems.append(f"{definition}: no sample")
    for value in values:
        validate(definition, definition, value)
        challenge(definition, value)
problems.extend(f"{definition}: no sample" for definition in definitions if definition not in seen and definition not in PARTS)

report = run(sla, *REPORT)
for ticket in report["tickets"]["list"]:
    validate("report", "assessment", ticket)
for counts in (report["tickets"], *report["tickets"]["by_severity"].values()):
    validate("report", "commitment_tally", counts["response"])
    validate("report", "commitment_tally", counts["resolution"])
for work in report["maintenance"]:
    validate("report", "maintenance_judgement", work)
for service in report["services"]:
    validate("report", "availability_figures", service)
    for state in (service["ahead"] or {}).get("burn_rates", []):
        validate("report", "burn_state", state)

print("\n".join(problems) or f"{sum(map(len, seen.values()))} samples of {len(seen)} kinds and {len(report['services'])} services of a report are valid")
sys.exit(bool(problems))
