"""Programmes: who may be supported, by whom, and how soon, held as dated data."""
