report --tickets examples/data/tickets.csv --probes tests/program/data/probes.csv --month all
