report --tickets tests/program/data/tickets.csv --probes tests/program/data/probes.csv --month 2026-11 --as-of 2026-11-29T00:00 --json -
