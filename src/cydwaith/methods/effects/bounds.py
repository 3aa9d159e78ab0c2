"""What a difference could be, whatever the outcomes were that nobody knows."""

import numpy as np

from ..result import Sensitivity
from ..tables import Numbers
from ..words import Words
from . import frame
from . import randomised_notes as say
from .interval import is_binary, t_of
from .notes import wrong
from .regression import ols


def checked_limits(
    outcome: Numbers, limits: tuple[float, float] | None, field: str, kept: frame.Flags
) -> None:
    """Raises ``MethodError`` ``limits_outside`` at the first outcome outside the limits."""
    if limits is None:
        return
    outside = (outcome < limits[0]) | (outcome > limits[1])
    if outside.any():
        place = int(np.argmax(outside))
        row = int(np.flatnonzero(kept)[place]) + 1
        raise wrong("limits_outside", field, row, value=f"{outcome[place]:g}", low=limits[0], high=limits[1])


def bounds(
    outcome: Numbers,
    treated: frame.Flags,
    limits: tuple[float, float] | None,
    confidence: float,
    clusters: frame.Groups | None = None,
) -> tuple[Sensitivity, ...]:
    """The difference of means with every unknown outcome at its worst, then at its best, for the first arm.

    ``limits`` are the least and most an outcome can be; 0 and 1 for yes and no, else the least and
    most seen. A share is given in percentage points. None when nothing is missing or known.

    Source: Horowitz and Manski 2000, Journal of the American Statistical Association 95:77.
    """
    missing = np.isnan(outcome)
    if not missing.any() or missing.all():
        return ()
    binary = is_binary(outcome)
    ends = (0.0, 1.0) if binary else limits or (float(np.nanmin(outcome)), float(np.nanmax(outcome)))
    scale = 100.0 if binary else 1.0
    found = []
    for key, words, own, other in (("lowest", say.LOWEST, 0, 1), ("highest", say.HIGHEST, 1, 0)):
        filled = np.where(missing, np.where(treated, ends[own], ends[other]), outcome) * scale
        found.append(_filled(key, _named(words, ends), filled, treated, confidence, clusters))
    return tuple(found)


def _named(words: Words, ends: tuple[float, float]) -> Words:
    low, high = f"{ends[0]:g}", f"{ends[1]:g}"
    return Words(words.en.format(low=low, high=high), words.cy.format(low=low, high=high))


def _filled(
    key: str,
    words: Words,
    outcome: Numbers,
    treated: frame.Flags,
    confidence: float,
    clusters: frame.Groups | None,
) -> Sensitivity:
    fit = ols(outcome, np.stack([np.ones(len(outcome)), treated], axis=1), clusters=clusters)
    effect, error = float(fit.coefficients[1]), fit.standard_error(1)
    reach = t_of(confidence, len(fit.pulls) - 2) * error
    return Sensitivity(key, words, effect, effect - reach, effect + reach)
