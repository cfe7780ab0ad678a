notice --start 2026-12-01
