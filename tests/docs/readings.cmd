tests/docs/readings.sh "$SLA"
