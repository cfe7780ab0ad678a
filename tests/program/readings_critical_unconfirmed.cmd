readings --severity 1 --at "2026-12-24 23:00"
