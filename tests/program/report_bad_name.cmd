report --tickets tests/program/data/no_utf8.csv --month 2026-11
