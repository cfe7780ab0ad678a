explain --agreement tests/program/data/edition_2025.toml --agreement tests/program/data/edition_amended.toml --tickets tests/program/data/tickets_two_editions.csv --ticket T-1
