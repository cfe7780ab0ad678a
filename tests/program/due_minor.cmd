due --severity minor --at 2027-12-30T20:00:00Z
