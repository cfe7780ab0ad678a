due --agreement tests/program/data/own_syntax.toml --severity defect --at "2026-09-17 17:30"
