"""Percentages that carry their numbers: n, of how many, and how sure."""

from dataclasses import asdict, dataclass
from math import sqrt
from operator import index
from statistics import NormalDist

from .notes import wrong


@dataclass(frozen=True, slots=True)
class Percentage:
    """``n`` of ``of`` as a percentage (0-100) with its Wilson interval."""

    n: int
    of: int
    percent: float
    low: float
    high: float
    confidence: float = 0.95
    method: str = "Wilson score interval"

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return asdict(self)


def percentage(n: int, of: int, *, confidence: float = 0.95) -> Percentage:
    """``n`` of ``of`` in per cent, with the score interval of Wilson (1927).

    Raises ``SurveyError``: ``wrong_type``, ``no_denominator`` (of nobody), ``out_of_range``.
    """
    n, of = _count(n), _count(of)
    if of <= 0:
        raise wrong("no_denominator", "of")
    if not 0 <= n <= of:
        raise wrong("out_of_range", "n", n=n, of=of)
    low, high = _wilson(n, of, confidence)
    return Percentage(n, of, 100 * n / of, 100 * low, 100 * high, confidence)


def _count(value: int) -> int:
    if isinstance(value, bool):
        raise wrong("wrong_type", "n", value=value)
    try:
        return index(value)
    except TypeError:
        raise wrong("wrong_type", "n", value=value) from None


def _wilson(n: int, of: int, confidence: float) -> tuple[float, float]:
    if not 0 < confidence < 1:
        raise wrong("wrong_confidence", "confidence")
    z2 = NormalDist().inv_cdf((1 + confidence) / 2) ** 2
    middle = n + z2 / 2
    half = sqrt(z2 * (n * (of - n) / of + z2 / 4))
    low = 0.0 if n == 0 else (middle - half) / (of + z2)
    high = 1.0 if n == of else (middle + half) / (of + z2)
    return low, high
