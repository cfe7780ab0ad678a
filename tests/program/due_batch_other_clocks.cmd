due --batch --agreement tests/program/data/edition_2025_west.toml
