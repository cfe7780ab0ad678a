availability --month 2026-11 --offering common --probes tests/program/data/probes.csv
