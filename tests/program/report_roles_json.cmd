report --tickets tests/program/data/tickets_roles.csv --month 2026-11 --as-of 2026-11-21T00:00 --json -
