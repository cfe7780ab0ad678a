due --severity 1 --at 2026-11-20T23:59:60Z
