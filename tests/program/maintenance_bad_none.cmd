maintenance --offering common
