maintenance --offering common --during 2026-11-24T02:00
