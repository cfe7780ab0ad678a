report --agreement tests/program/data/edition_2026.toml --agreement tests/program/data/edition_2025_fast.toml --probes tests/program/data/probes_october.csv --month 2026-10 --fail-on-miss
