report --tickets tests/program/data/tickets_crlf_bom.csv --month 2026-11
