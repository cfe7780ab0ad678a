due --severity 1 --at 2026-03-08T02:30
