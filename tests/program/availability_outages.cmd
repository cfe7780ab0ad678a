availability --month 2026-11 --offering hbr_spark --outages tests/program/data/outages.csv
