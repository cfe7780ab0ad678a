explain --agreement tests/program/data/edition_2026.toml --agreement tests/program/data/edition_2025.toml --tickets examples/data/tickets.csv --ticket R-1011
