"""Floor 6: the outside world's standards, mapping only."""
