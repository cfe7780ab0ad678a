maintenance --offering common --next 2h --at 2026-11-20T20:00
