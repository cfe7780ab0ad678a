report --probes tests/program/data/probes.csv --maintenance tests/program/data/maintenance_bad.csv --month 2026-11 --skip-bad-lines
