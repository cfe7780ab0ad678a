availability --offering common --probes tests/program/data/probes_february.csv --month 2026-02
