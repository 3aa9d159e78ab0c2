"""Numbers that are not sure: a middle and how far they may be from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from .notes import wrong

Draws = NDArray[np.float64]
Shape = Literal["sure", "triangular", "normal"]


@dataclass(frozen=True, slots=True)
class Spread:
    """A number: sure, or triangular from ``low`` over ``middle`` to ``high``, or normal with
    ``standard_error``."""

    middle: float
    low: float | None = None
    high: float | None = None
    standard_error: float | None = None

    @property
    def shape(self) -> Shape:
        """Which of the three."""
        if self.standard_error:
            return "normal"
        return "sure" if self.low is None or self.high is None else "triangular"

    def draw(self, dice: np.random.Generator, times: int) -> Draws:
        """So many draws; always the same number of dice thrown, so that one answer moves no other."""
        even = dice.random(times)
        if self.shape == "normal":
            from scipy.special import ndtri

            found: Draws = self.middle + (self.standard_error or 0.0) * ndtri(even)
            return found
        if self.shape == "sure":
            return np.full(times, self.middle)
        return self._triangular(even)

    def _triangular(self, even: Draws) -> Draws:
        low, high = float(self.low or 0.0), float(self.high or 0.0)
        if high == low:
            return np.full(len(even), low)
        turn = (self.middle - low) / (high - low)
        rising = low + np.sqrt(even * (high - low) * (self.middle - low))
        falling = high - np.sqrt((1 - even) * (high - low) * (high - self.middle))
        return np.where(even < turn, rising, falling)

    def ends(self) -> tuple[float, float]:
        """Where an unlucky and a lucky tenth begin: the ends of a triangle, 1.2816 standard errors."""
        if self.shape == "normal":
            half = 1.2816 * (self.standard_error or 0.0)
            return self.middle - half, self.middle + half
        if self.shape == "sure":
            return self.middle, self.middle
        return float(self.low or 0.0), float(self.high or 0.0)


def spread(value: Any, field: str, key: str) -> Spread:
    """A number, a Spread, or a mapping of its parts. Raises ``wrong_spread``."""
    if isinstance(value, Spread):
        found = value
    elif isinstance(value, Mapping):
        try:
            found = Spread(**{name: float(part) for name, part in value.items()})
        except (TypeError, ValueError):
            raise wrong("wrong_spread", field, key=key) from None
    else:
        try:
            found = Spread(float(value))
        except (TypeError, ValueError):
            raise wrong("wrong_spread", field, key=key) from None
    return _checked(found, field, key)


def _checked(found: Spread, field: str, key: str) -> Spread:
    parts = [part for part in (found.middle, found.low, found.high, found.standard_error) if part is not None]
    ordered = found.low is None or found.high is None or found.low <= found.middle <= found.high
    one_end = (found.low is None) != (found.high is None)
    if not all(map(isfinite, parts)) or not ordered or one_end or (found.standard_error or 0) < 0:
        raise wrong("wrong_spread", field, key=key)
    return found


def within(found: Spread, low: float, high: float, field: str, key: str) -> Spread:
    """The spread, if its middle and its ends stay inside. Raises ``out_of_range``."""
    for value in (found.middle, found.low, found.high):
        if value is not None and not low <= value <= high:
            raise wrong("out_of_range", field, key=key, value=value, low=low, high=high)
    return found
