availability --month 2026-11 --offering common --outages tests/program/data/outages_weighted.csv --reading partial_outages=count_in_full
