report --probes tests/program/data/probes.csv --maintenance tests/program/data/maintenance.csv --failures 2 --longest-gap 1000h --month 2026-11 --json -
