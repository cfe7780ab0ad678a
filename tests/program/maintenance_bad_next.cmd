maintenance --offering common --next 0s --at 2026-11-20T20:00
