availability --month 2026-11 --offering common --outages tests/program/data/outages.csv --as-of 2026-11-20T12:00 --json
