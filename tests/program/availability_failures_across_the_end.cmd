availability --month 2026-11 --offering common --probes tests/program/data/failures_across_a_month.csv --failures 4
