availability --probes tests/program/data/probes_quarter_hours.csv --month 2026-11 --offering common
