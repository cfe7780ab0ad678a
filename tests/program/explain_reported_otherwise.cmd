explain --agreement tests/program/data/edition_2026.toml --tickets tests/program/data/own_tickets_otherwise.csv --ticket ELSEWHERE --as-of 2026-11-23T00:00Z
