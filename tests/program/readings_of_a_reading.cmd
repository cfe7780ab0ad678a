readings --severity 2 --at 2026-11-20T16:00 --reading office_hours
