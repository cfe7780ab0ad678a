due --severity 1 --at 2025-07-03T15:30 --confirmed "2025-07-03 15:30"
