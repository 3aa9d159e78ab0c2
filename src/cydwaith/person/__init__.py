"""Floor 4: the person's loop."""
