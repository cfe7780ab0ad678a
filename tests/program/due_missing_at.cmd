due --severity 1
