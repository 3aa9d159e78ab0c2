"""Results of several places together, how far they differ, and never which is best."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..notes import Note
from ..result import Design, Result, Sensitivity, plain
from ..tables import Numbers, numbers
from ..words import Words
from . import designs
from . import pooled_notes as say
from .interval import around, checked, t_of, z_of
from .notes import note, wrong

FEW = 5
SOURCE = "DerSimonian and Laird 1986; Higgins, Thompson and Spiegelhalter 2009 (prediction interval)"


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """The weights, the mean, and how far places differ: ``q`` on ``freedom`` degrees, ``tau2`` >= 0."""

    fixed: float
    fixed_error: float
    mean: float
    error: float
    q: float
    freedom: int
    tau2: float
    weights: Numbers

    @property
    def i2(self) -> float:
        """The share of the variation that is not chance, in per cent."""
        return 100 * max(0.0, (self.q - self.freedom) / self.q) if self.q > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its own result, and that drawn toward the mean as far as it is unsure."""

    place: str
    estimate: float
    standard_error: float
    shrunken: float
    low: float
    high: float


def pooled(
    estimates: object,
    standard_errors: object,
    *,
    places: Sequence[str] = (),
    parts: Sequence[Design] = (),
    rank: bool = False,
    confidence: float = 0.95,
    measure: Words | None = None,
    unit: str = "",
) -> Result:
    """The mean effect over places (random effects), and in ``details`` each place drawn toward it.

    ``estimates`` and ``standard_errors`` (k each, in ``unit``; ratios on the log scale). ``parts`` are
    the designs of the results: together they are as strong as the weakest, E when not stated. The
    variance between places is never below 0. ``n`` is the number of places. Refused: ``rank``
    (``no_league_table``), fewer than two (``too_few_results``). Raises ``MethodError``:
    ``unequal_results``, ``error_not_above_0``.

    Source: DerSimonian and Laird 1986, Controlled Clinical Trials 7:177; Higgins et al. 2009.
    """
    values, errors = numbers(estimates, "estimates"), numbers(standard_errors, "standard_errors")
    names = [str(place) for place in places] or [str(row + 1) for row in range(len(values))]
    _check(values, errors, names)
    base = _base(len(values), parts, checked(confidence), measure, unit)
    refusals = _refusals(len(values), rank)
    return replace(base, refusals=refusals) if refusals else _answered(base, values, errors, names)


def _check(values: Numbers, errors: Numbers, names: Sequence[str]) -> None:
    if not len(values) == len(errors) == len(names):
        raise wrong(
            "unequal_results", "standard_errors", estimates=len(values), errors=len(errors), places=len(names)
        )
    if not (errors > 0).all():
        raise wrong("error_not_above_0", "standard_errors", int(np.argmin(errors > 0)) + 1)


def _refusals(results: int, rank: bool) -> tuple[Note, ...]:
    found = [note("no_league_table")] if rank else []
    if results < 2:
        found.append(note("too_few_results", results=results))
    return tuple(found)


def _base(
    results: int, parts: Sequence[Design], confidence: float, measure: Words | None, unit: str
) -> Result:
    warnings = [] if parts else [note("designs_not_stated")]
    if results < FEW:
        warnings.append(note("few_results", needed=FEW))
    return Result(
        method="pooled",
        measure=measure or Words("Effect", "Effaith"),
        unit=unit,
        design=designs.pooled_design(parts),
        comparison=Words(say.COMPARISON.en.format(places=results), say.COMPARISON.cy.format(places=results)),
        n=results,
        effective_n=float(results),
        confidence=confidence,
        assumptions=say.ASSUMPTIONS,
        warnings=tuple(warnings),
        source=SOURCE,
    )


def _answered(base: Result, values: Numbers, errors: Numbers, names: Sequence[str]) -> Result:
    spread, reach = spread_of(values, errors), z_of(base.confidence)
    answer = around(spread.mean, spread.error, reach)
    differ = (note("places_differ"),) if spread.tau2 > 0 else ()
    return replace(
        base,
        effect=answer.effect,
        standard_error=answer.standard_error,
        low=answer.low,
        high=answer.high,
        effective_n=float(spread.weights.sum() ** 2 / (spread.weights**2).sum()),
        sensitivities=_sensitivities(spread, base.confidence),
        warnings=(*base.warnings, *differ),
        details={
            "q": spread.q,
            "freedom": spread.freedom,
            "tau2": spread.tau2,
            "i2": spread.i2,
            "places": plain(_places(spread, values, errors, names, reach)),
        },
    )


def spread_of(values: Numbers, errors: Numbers) -> Spread:
    """DerSimonian and Laird's sums, the variance between places cut off at 0."""
    weights = 1 / errors**2
    fixed = float((weights * values).sum() / weights.sum())
    q, freedom = float((weights * (values - fixed) ** 2).sum()), len(values) - 1
    below = float(weights.sum() - (weights**2).sum() / weights.sum())
    tau2 = max(0.0, (q - freedom) / below)
    wide = 1 / (errors**2 + tau2)
    mean = float((wide * values).sum() / wide.sum())
    return Spread(
        fixed, float(weights.sum() ** -0.5), mean, float(wide.sum() ** -0.5), q, freedom, tau2, wide
    )


def _sensitivities(spread: Spread, confidence: float) -> tuple[Sensitivity, ...]:
    fixed = around(spread.fixed, spread.fixed_error, z_of(confidence))
    found = [Sensitivity("fixed", say.FIXED, fixed.effect, fixed.low, fixed.high)]
    if spread.freedom >= 2:
        wide = float(np.sqrt(spread.tau2 + spread.error**2))
        other = around(spread.mean, wide, t_of(confidence, spread.freedom - 1))
        found.append(Sensitivity("another_place", say.ANOTHER, other.effect, other.low, other.high))
    return tuple(found)


def _places(
    spread: Spread, values: Numbers, errors: Numbers, names: Sequence[str], reach: float
) -> tuple[Place, ...]:
    """Each place drawn toward the mean by how unsure it is; the mean's own error is counted too.

    Source: Raudenbush 2009 (empirical Bayes, with the error of the mean).
    """
    own = spread.tau2 / (spread.tau2 + errors**2)
    shrunken = own * values + (1 - own) * spread.mean
    half = reach * np.sqrt(own * errors**2 + (1 - own) ** 2 * spread.error**2)
    columns = (names, values, errors, shrunken, shrunken - half, shrunken + half)
    return tuple(Place(name, *map(float, rest)) for name, *rest in zip(*columns, strict=True))
