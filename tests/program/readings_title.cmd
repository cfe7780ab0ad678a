readings --agreement tests/program/data/edition_2025.toml --agreement tests/program/data/edition_amended.toml --severity 2 --at 2026-11-10T22:00
