report --tickets tests/program/data/tickets_header_only.csv --probes tests/program/data/probes.csv --month 2026-11
