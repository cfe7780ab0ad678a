report --tickets tests/program --month 2026-11
