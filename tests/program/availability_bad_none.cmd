availability --month 2026-11 --offering common
