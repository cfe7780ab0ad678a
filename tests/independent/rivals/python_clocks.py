"""Clocks that change, by Python's own datetime and by dateutil."""

import datetime
import platform
from datetime import timedelta
from zoneinfo import ZoneInfo

import dateutil
from dateutil.relativedelta import relativedelta
from dateutil.rrule import DAILY, rrule
from dateutil.tz import gettz

print("Python", platform.python_version(), "and dateutil", dateutil.__version__)

new_york = ZoneInfo("America/New_York")
utc = datetime.timezone.utc

# 24 hours from Saturday noon, the day before the clocks go forward
noon = datetime.datetime(2026, 3, 7, 12, tzinfo=new_york)
for due in noon + timedelta(hours=24), noon + relativedelta(hours=24):
    print(f"due {due:%a %H:%M}, which is {due.astimezone(utc) - noon.astimezone(utc)} later")

# 02:30 of that Sunday, which the clocks skip
print(datetime.datetime(2026, 3, 8, 2, 30, tzinfo=new_york))
print(*rrule(DAILY, dtstart=datetime.datetime(2026, 3, 7, 2, 30, tzinfo=new_york), count=2), sep=", ")

# Noon in the summer of 2037 and of 2038
for year in 2037, 2038:
    print(datetime.datetime(year, 7, 1, 12, tzinfo=gettz("America/New_York")))

# 01:30 of 1 November, which they show twice
print(datetime.datetime(2026, 11, 1, 1, 30, tzinfo=new_york))
