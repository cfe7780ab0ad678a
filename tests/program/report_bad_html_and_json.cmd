report --tickets tests/program/data/tickets_met.csv --month 2026-11 --html - --json -
