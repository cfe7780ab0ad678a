explain --tickets tests/program/data/tickets_withdrawn.csv --ticket DUPLICATE
