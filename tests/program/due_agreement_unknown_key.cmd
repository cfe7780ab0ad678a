due --agreement tests/program/data/own_unknown_key.toml --severity defect --at "2026-09-17 17:30"
