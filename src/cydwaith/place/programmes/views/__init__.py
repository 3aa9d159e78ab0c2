"""Pages of programmes: read by those who work with them, changed by stewards."""
