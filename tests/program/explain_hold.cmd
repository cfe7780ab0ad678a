explain --tickets examples/data/tickets.csv --ticket R-1011 --reading holds=recognised
