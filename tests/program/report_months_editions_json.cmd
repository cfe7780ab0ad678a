report --agreement tests/program/data/edition_2025.toml --agreement tests/program/data/edition_amended.toml --probes tests/program/data/probes_years.csv --month all --service web --json -
