maintenance --offering spark --next 2h --at 2026-11-20T20:00
