due --severity 1 --at 2026-02-30T10:00
