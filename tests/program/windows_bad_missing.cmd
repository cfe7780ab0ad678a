windows --offering spark
