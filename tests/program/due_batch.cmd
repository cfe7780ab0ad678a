due --batch
