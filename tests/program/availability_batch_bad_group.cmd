availability --batch
