report --probes tests/program/data/probes.csv --month 2026-11 --reading planned_time=leaves_both
