report --probes tests/program/data/one_probe.csv --month 2026-11
