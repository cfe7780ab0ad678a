report --agreement examples/own_agreement.toml --tickets examples/data/tickets.csv --month 2026-10 --offering spark
