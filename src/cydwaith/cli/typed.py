"""What somebody typed after a word of the command line, made into a value, or a sentence that says how."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date
from math import isfinite


def day(said: str) -> date:
    """A day, as 2031-12-31."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise ArgumentTypeError(f"{said!r} is not a day: write it as 2031-12-31") from None


def count(said: str) -> int:
    """A whole number from 1."""
    if not (said.isascii() and said.isdecimal() and int(said) > 0):
        raise ArgumentTypeError(f"{said!r} is not a number to count with: give a whole number from 1")
    return int(said)


def distance(said: str) -> float:
    """A distance above nothing."""
    try:
        found = float(said)
    except ValueError:
        found = 0.0
    if not (isfinite(found) and found > 0):
        raise ArgumentTypeError(f"{said!r} is not a distance: give a number above 0")
    return found
