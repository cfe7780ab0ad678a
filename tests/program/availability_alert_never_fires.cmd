availability --agreement tests/program/data/own_90_percent.toml --probes tests/program/data/probes_month_end.csv --month 2026-11
