report --probes tests/program/data/failures_across_a_month.csv --month all --failures 3
