"""Feeds of other directories, fetched on a schedule; and what they hold twice or say otherwise than we do."""
