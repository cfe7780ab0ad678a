availability --probes tests/program/data/probes_one_instant_swapped.csv --month 2026-11 --offering common
