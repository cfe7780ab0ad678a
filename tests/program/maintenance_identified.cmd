maintenance --offering common --during 2026-11-26T02:00/2026-11-26T03:00 --announced 2026-11-20T08:00
