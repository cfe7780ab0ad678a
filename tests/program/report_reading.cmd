report --tickets examples/data/tickets.csv --month 2026-10 --reading holds=recognised
