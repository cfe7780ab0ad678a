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

-- The probes of the month, by time and not by how times are written.
CREATE TEMP TABLE probed AS
SELECT service, at, state, at_ms, place
FROM (SELECT service, at, state, sla_unix_ms(at) AS at_ms, rowid AS place FROM probes), asked_for
WHERE at_ms >= begins_ms AND at_ms < ends_ms;

-- From each probe to the next one its state holds; after the last one of the month nothing is known.
CREATE TEMP TABLE down AS
SELECT service, at AS began, next_at AS ended
FROM (SELECT service, at, state, lead(at) OVER (PARTITION BY service ORDER BY at_ms, place) AS next_at FROM probed)
WHERE state = 'down' AND next_at IS NOT NULL;

SELECT kind, severity, state, count(*) AS tickets FROM commitments GROUP BY 1, 2, 3 ORDER BY kind DESC, severity, state;

SELECT service, sla_downtime_ms(began, ended, month) AS downtime_ms
FROM asked_for, (SELECT DISTINCT service FROM probed) LEFT JOIN down USING (service)
GROUP BY service;
