-- A row a service, month and host; `slots` is what downtime_map::bytes() gave.
CREATE TABLE downtime (service text, month date, host text, slots bytea);

-- Hosts combined: the bytes become a string of bits, which bit_or takes; varbit_send gives them back behind their length.
CREATE VIEW fleet_downtime AS
SELECT service, month,
       substr(varbit_send(bit_or(('x' || encode(slots, 'hex'))::bit varying)), 5) AS slots
FROM downtime
GROUP BY service, month;
