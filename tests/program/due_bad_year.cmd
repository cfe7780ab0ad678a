due --severity 2 --at 2099-12-31T22:00
