windows --offering spark --month 2026-11
