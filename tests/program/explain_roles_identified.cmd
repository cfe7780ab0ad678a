explain --tickets tests/program/data/tickets_roles.csv --ticket IDENTIFIED
