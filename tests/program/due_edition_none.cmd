due --agreement tests/program/data/edition_2026.toml --agreement tests/program/data/edition_2025.toml --severity 2 --at "2024-10-12 00:00"
