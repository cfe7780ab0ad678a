due --severity 2 --at "2025-07-03 15:30" --reading office_hours --explain
