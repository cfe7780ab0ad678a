due --agreement tests/program/data/edition_2026.toml --agreement tests/program/data/edition_2025.toml --severity 2 --at "2026-10-11 23:59"
