due --severity 1 --at 2026-11-20T22:00+5:30
