report --tickets tests/program/data/unknown_column.csv --month 2026-11
