availability --probes tests/program/data/probes_one_instant.csv --month 2026-11 --offering common
