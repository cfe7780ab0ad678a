explain --tickets examples/data/tickets.csv --ticket R-1011 --as-of 2026-01-01T00:00
