maintenance --next 1h --at 2026-11-28T12:00 --agreement tests/program/data/edition_2025.toml --agreement tests/program/data/edition_amended.toml
