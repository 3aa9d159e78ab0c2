"""Floor 2: what every loop stands on - trust, people, places, messages."""
