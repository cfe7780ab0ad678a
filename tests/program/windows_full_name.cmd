windows --offering 'Harvard ManageMentor Spark' --month 2026-11
