windows --offering manage_mentor --month 2026-11
