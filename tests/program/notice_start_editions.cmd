notice --start 2026-12-10T17:00 --agreement tests/program/data/edition_2025.toml --agreement tests/program/data/edition_amended.toml
