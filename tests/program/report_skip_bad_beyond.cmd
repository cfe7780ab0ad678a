report --tickets tests/program/data/tickets_beyond.csv --month 2099-12 --as-of 2099-12-30T12:00 --skip-bad-lines
