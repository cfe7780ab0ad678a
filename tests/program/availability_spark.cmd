availability --month 2026-11 --offering manage_mentor_spark --outages tests/program/data/outages_by_service.csv
