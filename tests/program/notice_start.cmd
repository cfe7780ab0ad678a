notice --start 2026-12-01T02:00
