due --agreement tests/program/data/own_bad_reading.toml --severity defect --at "2026-09-17 17:30"
