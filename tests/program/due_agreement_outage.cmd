due --agreement examples/own_agreement.toml --severity 0 --at "2026-09-17 17:30"
