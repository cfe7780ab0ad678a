explain --tickets examples/data/tickets.csv --ticket R-1040 --reading office_hours,holds=recognised
