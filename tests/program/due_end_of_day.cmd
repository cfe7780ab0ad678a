due --severity 1 --at 2026-11-20T24:00
