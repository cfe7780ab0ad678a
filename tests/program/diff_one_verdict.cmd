diff --tickets tests/program/data/one_ticket.csv --reading as_written --reading office_hours
