report --tickets tests/program/data/missing_column.csv --month 2026-11
