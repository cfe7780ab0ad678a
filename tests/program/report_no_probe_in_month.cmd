report --probes tests/program/data/probes.csv --month 2025-11
