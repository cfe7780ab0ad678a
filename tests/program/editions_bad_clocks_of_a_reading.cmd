due --agreement tests/program/data/edition_2025_west.toml --agreement tests/program/data/edition_2026_west.toml --reading west --severity 1 --at 2026-06-02T10:00
