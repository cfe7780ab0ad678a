report --tickets tests/program/data/out_of_order.csv --month 2026-11
