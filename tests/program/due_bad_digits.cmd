due --severity 1 --at 2026-11-2T22:00
