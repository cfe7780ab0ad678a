availability --month 2026-11 --offering 'Harvard ManageMentor® Spark' --outages tests/program/data/outages_bad.csv --skip-bad-lines --json
