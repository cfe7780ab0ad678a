readings --severity 1 --at "2026-12-24 23:00" --confirmed "2026-12-25 01:00"
