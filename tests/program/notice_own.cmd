notice --agreement examples/own_agreement.toml --announced "2026-09-17 17:30"
