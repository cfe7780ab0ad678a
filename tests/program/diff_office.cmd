diff --tickets examples/data/tickets.csv --reading as_written --reading office_hours
