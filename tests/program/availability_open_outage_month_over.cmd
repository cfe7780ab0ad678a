availability --outages tests/program/data/outages_open.csv --month 2026-11 --offering common
