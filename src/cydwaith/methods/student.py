"""Quantiles of Student's t, for intervals of a mean from a few people."""

from functools import cache
from math import exp, lgamma, log, log1p
from statistics import NormalDist

STEPS = 300
NORMAL_FROM = 1_000_000


@cache
def t_quantile(probability: float, freedom: int) -> float:
    """The value below which Student's t with ``freedom`` degrees falls with ``probability``.

    By bisection on the distribution function, to about 1e-12. Raises ValueError outside
    0 < probability < 1 or freedom >= 1. Source: Abramowitz and Stegun 26.7.
    """
    if not 0 < probability < 1 or freedom < 1:
        raise ValueError("probability must be between 0 and 1, freedom at least 1")
    if freedom >= NORMAL_FROM:
        return NormalDist().inv_cdf(probability)
    if probability < 0.5:
        return -t_quantile(1 - probability, freedom)
    return _bisected(2 * (1 - probability), freedom)


def _bisected(tail: float, freedom: int) -> float:
    low, high = 0.0, 1.0
    while _two_tails(high, freedom) > tail:
        high *= 2
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if _two_tails(middle, freedom) > tail else (low, middle)
    return (low + high) / 2


def _two_tails(t: float, freedom: int) -> float:
    return _incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function (continued fraction, modified Lentz)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    return front / _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    value, c, d = 1.0, 1.0, 0.0
    for step in range(1, STEPS):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / (1 + term * d)
        c = 1 + term / c
        value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return value
