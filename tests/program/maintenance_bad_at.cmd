maintenance --offering common --next 2h
