notice --announced 2026-11-20T22:00 --start 2026-12-01T02:00
