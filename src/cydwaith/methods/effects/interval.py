"""Intervals and small sums that several designs share."""

from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

import numpy as np

from ..student import t_quantile
from ..tables import Numbers
from .notes import wrong


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number and the interval around it; None where it cannot be worked out."""

    effect: float | None
    low: float | None
    high: float | None
    standard_error: float | None = None


def checked(confidence: float) -> float:
    """The confidence, if it can be one. Raises ``MethodError``: ``confidence_outside``."""
    if not 0 < confidence < 1:
        raise wrong("confidence_outside", "confidence")
    return float(confidence)


def z_of(confidence: float) -> float:
    """How many standard errors an interval reaches, from the normal distribution."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def t_of(confidence: float, freedom: float) -> float:
    """The same from Student's t; a broken number of degrees is rounded down, at least 1."""
    return t_quantile((1 + confidence) / 2, max(int(freedom), 1))


def around(effect: float, error: float, reach: float) -> Estimate:
    """``effect`` plus and minus ``reach`` standard errors."""
    return Estimate(effect, effect - reach * error, effect + reach * error, error)


def newcombe(hits: float, people: float, other_hits: float, others: float, z: float) -> tuple[float, float]:
    """The interval of a difference of two shares that stays within what shares can be.

    Source: Newcombe 1998, Statistics in Medicine 17:873, method 10.
    """
    share, other = hits / people, other_hits / others
    low, high = _wilson(share, people, z)
    other_low, other_high = _wilson(other, others, z)
    difference = share - other
    down = sqrt((share - low) ** 2 + (other_high - other) ** 2)
    up = sqrt((high - share) ** 2 + (other - other_low) ** 2)
    return difference - down, difference + up


def _wilson(share: float, people: float, z: float) -> tuple[float, float]:
    middle = (share + z * z / (2 * people)) / (1 + z * z / people)
    half = z / (1 + z * z / people) * sqrt(share * (1 - share) / people + z * z / (4 * people**2))
    return middle - half, middle + half


def ratio(share: float, other: float, log_error: float, reach: float) -> Estimate:
    """``share`` over ``other``, its interval symmetric on the log scale; None when either is 0."""
    if share <= 0 or other <= 0:
        return Estimate(None, None, None)
    found = share / other
    return Estimate(found, exp(log(found) - reach * log_error), exp(log(found) + reach * log_error))


def is_binary(values: Numbers) -> bool:
    """Whether all known values are 0 or 1."""
    known = values[~np.isnan(values)]
    return bool(len(known)) and bool(((known == 0) | (known == 1)).all())
