"""Floor 7: settings, addresses, the door."""
