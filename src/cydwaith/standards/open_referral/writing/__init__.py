"""From what the directory holds to what the standard says: pure functions on plain records."""
