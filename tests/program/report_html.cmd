report --tickets tests/program/data/tickets.csv --probes tests/program/data/probes.csv --month 2026-11 --html /dev/null
