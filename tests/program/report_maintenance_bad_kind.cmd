report --probes tests/program/data/probes.csv --maintenance tests/program/data/probes.csv --month 2026-11
