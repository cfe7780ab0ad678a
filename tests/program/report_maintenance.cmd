report --probes tests/program/data/probes.csv --maintenance tests/program/data/maintenance.csv --month 2026-11 --as-of 2026-11-20T12:35:00Z
