report --tickets tests/program/data/tickets.csv --month 2026-11 --json /dev/null --fail-on-miss
