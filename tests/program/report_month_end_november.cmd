report --probes tests/program/data/probes_month_end.csv --month 2026-11
