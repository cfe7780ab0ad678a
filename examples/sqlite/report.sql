-- A month in SQL, of the tables that the files of tickets and probes make (docs/sql.md). The month stands in asked(month).

CREATE TEMP TABLE asked_for AS
SELECT month, sla_month_begins(month) AS begins, sla_month_ends(month) AS ends FROM asked;

-- Every ticket, judged at the end of the month: both commitments.
CREATE TEMP TABLE commitments AS
SELECT ticket, commitment.key AS kind, commitment.value ->> 'severity' AS severity, commitment.value ->> 'state' AS state,
       commitment.value ->> 'due' AS due
FROM (SELECT ticket, sla_ticket(at, event, nullif(severity, ''), ends) AS judged FROM tickets, asked_for GROUP BY ticket),
     json_each(judged) AS commitment;

-- From each probe to the next one its state holds; after the last one of the month nothing is known.
CREATE TEMP TABLE down AS
SELECT service, at AS began, next_at AS ended
FROM (SELECT service, at, state, lead(at) OVER (PARTITION BY service ORDER BY at) AS next_at
      FROM probes, asked_for WHERE at >= begins AND at < ends)
WHERE state = 'down' AND next_at IS NOT NULL;

SELECT kind, severity, state, count(*) AS tickets FROM commitments GROUP BY 1, 2, 3 ORDER BY kind DESC, severity, state;

SELECT service, sla_downtime_ms(began, ended, month) AS downtime_ms
FROM asked_for, (SELECT DISTINCT service FROM probes, asked_for WHERE at >= begins AND at < ends) LEFT JOIN down USING (service)
GROUP BY service;
