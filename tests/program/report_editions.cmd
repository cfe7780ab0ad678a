report --agreement tests/program/data/edition_2026.toml --agreement tests/program/data/edition_2025.toml --tickets examples/data/tickets.csv --month 2026-10
