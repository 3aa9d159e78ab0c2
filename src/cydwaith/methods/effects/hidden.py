"""How strong an unrecorded cause would have to be to explain an estimate away."""

from math import exp, sqrt

from .interval import Estimate

PER_DEVIATION = 0.91
"""A difference of one standard deviation, as the log of a risk ratio."""


def e_value(ratio: Estimate) -> dict[str, float | None]:
    """For a risk ratio: the ratio that a hidden cause needs with both taking part and the outcome.

    ``limit`` is that which takes the nearer end of the interval to 1; 1 when it holds 1 already.
    Source: VanderWeele and Ding 2017, Annals of Internal Medicine 167:268.
    """
    if ratio.effect is None or ratio.low is None or ratio.high is None:
        return {"estimate": None, "limit": None}
    nearer = ratio.low if ratio.effect >= 1 else ratio.high
    crosses = ratio.low <= 1 <= ratio.high
    return {"estimate": _needed(ratio.effect), "limit": 1.0 if crosses else _needed(nearer)}


def _needed(ratio: float) -> float:
    above = ratio if ratio >= 1 else 1 / ratio
    return above + sqrt(above * (above - 1))


def as_ratio(answer: Estimate, deviation: float) -> Estimate:
    """A difference of means as nearly a risk ratio, by the spread of the outcome (Chinn 2000)."""
    ends = (answer.effect, answer.low, answer.high)
    if deviation <= 0:
        return Estimate(None, None, None)
    return Estimate(*(None if end is None else exp(PER_DEVIATION * end / deviation) for end in ends))
