due --batch --severity 1
