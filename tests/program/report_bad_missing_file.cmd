report --tickets tests/program/data/nowhere.csv --month 2026-11
