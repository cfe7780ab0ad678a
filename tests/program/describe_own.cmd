describe --agreement examples/own_agreement.toml
