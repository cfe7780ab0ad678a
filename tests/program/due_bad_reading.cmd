due --severity 3 --at "2026-11-20 22:00" --reading office_hours,one_day
