report --agreement examples/own_agreement.toml --probes tests/program/data/probes_95_percent.csv --month 2026-11
