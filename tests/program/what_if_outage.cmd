what-if --probes tests/program/data/probes.csv --month 2026-11 --offering common --as-of 2026-11-20T12:35:00Z --outage 2026-11-27T02:00/2026-11-27T02:20
