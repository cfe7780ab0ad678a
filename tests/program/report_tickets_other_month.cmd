report --tickets tests/program/data/tickets.csv --month 2020-01
