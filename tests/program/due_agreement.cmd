due --agreement examples/own_agreement.toml --severity defect --at "2026-09-17 17:30"
