"""Floor 3: the place's loop."""
