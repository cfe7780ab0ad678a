due --agreement tests/program/data/none.toml --severity defect --at "2026-09-17 17:30"
