what-if --probes tests/program/data/probes.csv --month 2026-11 --offering common --service web --as-of 2026-11-20T12:35:00Z --work 2026-11-24T02:00/2026-11-24T03:00 --announced 2026-11-20T07:00
