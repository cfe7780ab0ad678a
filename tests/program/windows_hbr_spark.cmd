windows --offering 'HBR Spark' --month 2026-11
