report --probes tests/program/data/probes.csv --maintenance tests/program/data/maintenance_bad.csv --month all --skip-bad-lines
