"""Keeping the directory true: asking the groups, hearing corrections, what people find on a walk."""
