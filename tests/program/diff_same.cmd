diff --tickets examples/data/tickets.csv --reading as_written --reading hour_spill=carries_over
