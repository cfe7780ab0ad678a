report --tickets tests/program/data/tickets_header_only.csv --month 2026-11 --as-of 2026-12-01T05:00:00Z --html - | sed -n '/<h1>/p; /No ticket/p'
