notice --announced 2026-11-20T22:00
