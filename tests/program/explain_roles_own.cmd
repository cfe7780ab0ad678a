explain --agreement tests/program/data/edition_2026.toml --tickets tests/program/data/tickets_roles.csv --ticket ADMIN
