report --probes tests/program/data/probes.csv --month 2026-11 --failures 2 --longest-gap 1h
