maintenance --during 2026-11-19T00:00/2026-11-19T02:00 --announced 2026-11-13T12:00 --agreement tests/program/data/edition_2025.toml --agreement tests/program/data/edition_amended.toml
