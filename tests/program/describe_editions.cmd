describe --agreement tests/program/data/edition_2026.toml --agreement tests/program/data/edition_2025.toml
