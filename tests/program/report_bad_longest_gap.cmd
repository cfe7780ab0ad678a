report --probes tests/program/data/probes.csv --month 2026-11 --longest-gap 10
