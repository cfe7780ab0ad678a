report --tickets tests/program/data/tickets_bad.csv --month 2026-11 --skip-bad-lines
