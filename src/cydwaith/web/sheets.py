"""Cells of a table that somebody opens in a spreadsheet."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""


def harmless(text: str) -> str:
    """A cell that a spreadsheet would run as a formula is given an apostrophe, which it hides."""
    return f"'{text}" if text.startswith(FORMULA) else text
