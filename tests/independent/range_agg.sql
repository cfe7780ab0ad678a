-- Unavailable seconds of months in New York: outages united by range_agg, cut to the month, without the weekly windows.
SET timezone = 'America/New_York';
CREATE TABLE month (id int PRIMARY KEY, first date, offering_group text);
CREATE TABLE outage (month int, during tstzrange);
-- The question.
WITH days AS (
  SELECT id, offering_group, day::date AS day
  FROM month, generate_series(first::timestamp, first + interval '1 month' - interval '1 day', '1 day') AS day
), windows AS (
  SELECT id,
         range_agg(CASE extract(isodow FROM day)
                     WHEN 5 THEN tstzrange((day + time '21:00')::timestamptz, (day + time '22:00')::timestamptz)
                     WHEN 6 THEN tstzrange(day::timestamptz, (day + time '03:00')::timestamptz)
                   END)
         FILTER (WHERE extract(isodow FROM day) = 5 OR (extract(isodow FROM day) = 6 AND offering_group = 'spark')) AS planned
  FROM days
  GROUP BY id
), downtime AS (
  SELECT id,
         coalesce(range_agg(during), '{}')
           * tstzmultirange(tstzrange(first::timestamptz, (first + interval '1 month')::timestamptz))
           - (SELECT planned FROM windows WHERE windows.id = month.id) AS down
  FROM month LEFT JOIN outage ON outage.month = month.id
  GROUP BY id
)
SELECT (SELECT coalesce(sum(extract(epoch FROM upper(part) - lower(part))), 0)::int FROM unnest(down) AS part)
FROM downtime
ORDER BY id;
