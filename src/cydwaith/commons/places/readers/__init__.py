"""Readers of the open files that places come from, one layout a module."""
