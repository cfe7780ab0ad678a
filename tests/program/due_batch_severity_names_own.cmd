due --batch --agreement examples/own_agreement.toml
