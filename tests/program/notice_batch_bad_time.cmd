notice --batch
