due --severity 1 --at 2026-11-01T01:30
