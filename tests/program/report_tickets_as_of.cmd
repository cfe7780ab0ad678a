report --tickets tests/program/data/tickets.csv --month 2026-11 --as-of 2026-11-22T00:00
