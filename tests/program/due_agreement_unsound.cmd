due --agreement tests/program/data/own_unsound.toml --severity defect --at "2026-09-17 17:30"
