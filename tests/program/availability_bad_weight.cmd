availability --month 2026-11 --offering common --outages tests/program/data/outages_bad_weight.csv
