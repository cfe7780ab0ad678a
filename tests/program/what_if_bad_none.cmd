what-if --probes tests/program/data/probes.csv --month 2026-11 --offering common
