report --month 2026-11
