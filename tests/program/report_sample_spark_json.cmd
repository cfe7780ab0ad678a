report --tickets examples/data/tickets.csv --probes examples/data/probes.csv --month 2026-10 --offering spark --json - | sed '/^    "list": \[/,/^    \]/d'
