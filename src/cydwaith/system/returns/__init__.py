"""Returns: one entry, many returns; checked before they are sent, compared with the last one sent."""
