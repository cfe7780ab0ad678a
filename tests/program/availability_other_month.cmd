availability --month 2027-01 --offering common --probes tests/program/data/probes.csv
