report --tickets tests/program/data/tickets_roles.csv --month 2026-11
