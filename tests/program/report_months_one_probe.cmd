report --probes tests/program/data/one_probe.csv --month all
