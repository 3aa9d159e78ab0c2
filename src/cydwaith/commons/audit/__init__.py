"""What was done, by whom, for whom and why: an append-only, hash-chained record."""
