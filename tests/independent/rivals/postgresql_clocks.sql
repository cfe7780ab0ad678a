-- Clocks that change, a day and 24 hours, and outages that overlap.
SELECT 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1);
SET TIME ZONE 'America/New_York';

-- 02:30 of 8 March, which the clocks skip, and 01:30 of 1 November, which they show twice
SELECT timestamptz '2026-03-08 02:30';
SELECT timestamptz '2026-11-01 01:30';

-- 24 hours from Saturday noon, the day before the clocks go forward, and a day
SELECT timestamptz '2026-03-07 12:00' + interval '24 hours';
SELECT timestamptz '2026-03-07 12:00' + interval '1 day';

-- Outages from 20:45 to 22:10 and from 22:05 to 22:20
SELECT sum(upper(outage) - lower(outage))
FROM (VALUES (tstzrange('2026-11-06 20:45', '2026-11-06 22:10')),
             (tstzrange('2026-11-06 22:05', '2026-11-06 22:20'))) AS log(outage);
