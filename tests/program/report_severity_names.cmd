report --agreement examples/own_agreement.toml --tickets tests/program/data/own_tickets_by_name.csv --month 2026-09
