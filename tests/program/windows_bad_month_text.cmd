windows --offering spark --month Nov-2026
