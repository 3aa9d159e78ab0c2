"""SQLite as Django speaks to it, without looking for the places of values in the same statement again."""
