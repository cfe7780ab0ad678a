report --probes tests/program/data/probes_bad.csv --month 2026-11 --skip-bad-lines --json -
