due --severity 5 --at 2026-11-20T22:00
