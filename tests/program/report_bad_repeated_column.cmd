report --tickets tests/program/data/repeated_column.csv --month 2026-11
