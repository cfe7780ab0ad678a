report --tickets tests/program/data/outside_calendar.csv --month 2026-11
