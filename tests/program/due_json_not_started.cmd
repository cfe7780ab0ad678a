due --severity 1 --at 2026-11-25T21:30:00Z --json
