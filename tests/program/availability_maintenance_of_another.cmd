availability --month 2026-11 --offering common --outages tests/program/data/outages_by_service.csv --maintenance tests/program/data/maintenance_other_service.csv
