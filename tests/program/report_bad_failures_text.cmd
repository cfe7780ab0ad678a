report --probes tests/program/data/probes.csv --month 2026-11 --failures 2x
