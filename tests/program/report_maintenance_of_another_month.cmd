report --probes tests/program/data/probes.csv --maintenance tests/program/data/maintenance.csv --month 2026-12
