windows --agreement examples/own_agreement.toml --month 2026-10
