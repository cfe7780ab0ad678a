maintenance --offering common --during 2026-11-24T02:00/2026-11-24T03:00 --kind emergency
