"""Business hours: a target that ends at closing time, a whole day, nights in which the clocks change; and old holidays."""

import pandas
from pandas.tseries.holiday import USFederalHolidayCalendar
from pandas.tseries.offsets import BusinessHour, CustomBusinessHour

print("pandas", pandas.__version__)

# From Monday, eight hours of 09:00-17:00
office = BusinessHour(start="09:00", end="17:00")
print(pandas.Timestamp("2026-11-23 09:00") + 8 * office)

# The whole day
for end in "24:00", "00:00":
    try:
        print(BusinessHour(start="00:00", end=end))
    except ValueError as refusal:
        print(f"00:00-{end} refused:", refusal)

# Five hours of a night shift, on the nights in which New York's clocks skip an hour and repeat one
night = CustomBusinessHour(start="22:00", end="06:00", weekmask="Mon Tue Wed Thu Fri Sat Sun")
for begin in "2026-03-07 23:00", "2026-10-31 23:00":
    start = pandas.Timestamp(begin, tz="America/New_York")
    end = start + 5 * night
    print(f"{end:%H:%M}, which is {end - start} later")

# Veterans Day of 1975, and Washington's Birthday of 1950
holidays = USFederalHolidayCalendar()
print(*holidays.holidays("1975-10-15", "1975-11-15").date)
print(*holidays.holidays("1950-02-01", "1950-02-28").date)
