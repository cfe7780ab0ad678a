report --probes tests/program/data/probes_years.csv --month all --service web --agreement tests/program/data/edition_2025.toml --agreement tests/program/data/edition_amended.toml
