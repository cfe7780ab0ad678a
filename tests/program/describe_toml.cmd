describe --toml
