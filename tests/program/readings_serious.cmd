readings --severity 3 --at "2025-07-04 10:00"
