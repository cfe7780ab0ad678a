report --tickets tests/program/data/empty.csv --month 2026-11
