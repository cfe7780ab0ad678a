-- A month in SQL, of the tables that the files of tickets and probes make (docs/sql.md). The month stands in asked(month).

CREATE TEMP TABLE asked_for AS
SELECT month, sla_month_ends(month) AS ends, sla_unix_ms(sla_month_begins(month)) AS begins_ms,
       sla_unix_ms(sla_month_ends(month)) AS ends_ms
FROM asked;

-- Every ticket, judged at the end of the month: both commitments.
CREATE TEMP TABLE commitments AS
SELECT ticket, commitment.key AS kind, commitment.value ->> 'severity' AS severity, commitment.value ->> 'state' AS state,
       commitment.value ->> 'due' AS due
FROM (SELECT ticket, sla_ticket(at, event, nullif(severity, ''), ends) AS judged FROM tickets, asked_for GROUP BY ticket),
     json_each(judged) AS commitment;

-- What was seen at each instant, by time and not by how times are written: the worst of several probes.
CREATE TEMP TABLE probed AS
SELECT service, sla_unix_ms(at) AS at_ms, min(at) AS at, max(state = 'down') AS is_down
FROM probes GROUP BY service, at_ms;

-- From each probe to the next one its state holds, across the end of a month, too; after the last one nothing is known.
CREATE TEMP TABLE down AS
SELECT service, at AS began, next_at AS ended
FROM (SELECT service, at, is_down, lead(at) OVER (PARTITION BY service ORDER BY at_ms) AS next_at FROM probed)
WHERE is_down AND next_at IS NOT NULL;

SELECT kind, severity, state, count(*) AS tickets FROM commitments GROUP BY 1, 2, 3 ORDER BY kind DESC, severity, state;

SELECT service, sla_downtime_ms(began, ended, month) AS downtime_ms
FROM asked_for,
     (SELECT service FROM probed, asked_for GROUP BY service HAVING min(at_ms) < max(ends_ms) AND max(at_ms) >= max(begins_ms))
     LEFT JOIN down USING (service)
GROUP BY service;
