# Business time, a target in business days, and a target that ends at closing time.
use strict;
use warnings;
use Date::Manip;

print "Date::Manip $Date::Manip::VERSION\n";
Date_Init("SetDate=now,America/New_York", "WorkDayBeg=09:00", "WorkDayEnd=17:00");

sub due { print UnixDate(DateCalc(@_), "%a %Y-%m-%d %H:%M\n") }

# One business day after a Saturday
due("2026-11-21 12:00", "+1 business day");

# From Monday, eight hours of 09:00-17:00
due("2026-11-23 09:00", "+8:00:00 business");
