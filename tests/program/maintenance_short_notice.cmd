maintenance --offering common --during 2026-11-20T21:30/2026-11-20T23:00 --announced 2026-11-20T08:00
