due --agreement tests/program/data/edition_2025_ist.toml --agreement tests/program/data/edition_2026_ist.toml --severity 1 --at 2025-06-02T10:00
