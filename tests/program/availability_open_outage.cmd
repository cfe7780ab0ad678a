availability --outages tests/program/data/outages_open.csv --month 2026-11 --as-of 2026-11-02T16:00:00Z --offering common
