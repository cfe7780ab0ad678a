due --severity 2 --at 2026-11-20T22:00
