availability --agreement examples/own_agreement.toml --month 2026-11 --outages tests/program/data/outages.csv
