due --severity 3 --at "2026-11-20 22:00" --reading office_hours,day_zero=business_date,due_time=same_time_of_day
