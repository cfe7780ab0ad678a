explain --tickets examples/data/tickets.csv --ticket R-9
