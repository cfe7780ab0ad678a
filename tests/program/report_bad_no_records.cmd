report --tickets tests/program/data/tickets_header_only.csv --month 2026-11
