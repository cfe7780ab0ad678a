maintenance --next 2h --at 2026-11-13T12:00 --agreement tests/program/data/edition_2025.toml --agreement tests/program/data/edition_amended.toml
