report --probes tests/program/data/probes.csv --month all --service web --json -
