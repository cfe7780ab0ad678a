report --month 2026-11 --tickets tests/program/data/tickets_withdrawn.csv
