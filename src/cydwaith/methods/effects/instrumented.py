"""Who was offered it was decided by chance: what did taking part do for those who took it up?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import sqrt

import numpy as np

from ..notes import Note
from ..result import Result, Sensitivity
from ..tables import Numbers, column, columns, yes_or_no
from ..words import Words
from . import designs, frame
from . import instrumented_notes as say
from .interval import around, checked, t_of
from .notes import note
from .randomised_notes import ASSUMPTIONS
from .regression import Errors, Fit, ols, two_stage
from .trial import Trial, broken, read

LEAST_F = 10.0
SOURCE = "Imbens and Angrist 1994; Abadie, Angrist and Imbens 2002; Staiger and Stock 1997 (F of 10)"


@dataclass(frozen=True, slots=True, eq=False)
class Stages:
    """The offer on taking part, the offer on the outcome, and taking part on the outcome."""

    first: Fit
    reduced: Fit
    second: Fit


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Those with a known outcome: ``design`` has who took part where ``instruments`` have who was offered."""

    outcome: Numbers
    part: Numbers
    design: Numbers
    instruments: Numbers
    names: tuple[str, ...]
    errors: Errors
    clusters: frame.Groups | None

    def on(self, outcome: Numbers) -> Fit:
        """What the offer did to an outcome, or to taking part."""
        return ols(outcome, self.instruments, names=self.names, errors=self.errors, clusters=self.clusters)

    def second(self) -> Fit:
        """What taking part did, as far as the offer decided it."""
        return two_stage(
            self.outcome, self.design, self.instruments,
            names=self.names, errors=self.errors, clusters=self.clusters,
        )  # fmt: skip


def strength(first: Fit) -> float:
    """How surely the offer moved taking part: the robust F of the first stage."""
    error = first.standard_error(1)
    return float((first.coefficients[1] / error) ** 2) if error > 0 else float("inf")


def instrumented(
    data: object,
    *,
    outcome: str,
    offered: str,
    took_part: str,
    covariates: Sequence[str] = (),
    cluster: str | None = None,
    allocation: float | None = None,
    outcome_date: str | date | None = None,
    assigned_date: str | date | None = None,
    errors: Errors = "HC1",
    confidence: float = 0.95,
    measure: Words | None = None,
    unit: str = "",
) -> Result:
    """The effect of taking part on people who take part because they are offered it (two stages).

    ``data`` is a table, a row a person; ``offered`` (by chance) and ``took_part`` are columns of 0 and
    1; the rest is as in ``randomised``. An outcome of 0 and 1 is answered in percentage points.
    Refused: ``weak_offer`` (robust first-stage F below 10) and all that breaks a randomised
    comparison. Raises ``MethodError``: ``not_yes_or_no`` and what is wrong with a column.

    Source: Imbens and Angrist 1994; Abadie, Angrist and Imbens 2002, Econometrica 70:91.
    """
    table, level = columns(data), checked(confidence)
    yes_or_no(column(table, offered), offered)
    part = yes_or_no(column(table, took_part), took_part).astype(np.float64)
    trial = read(table, outcome, offered, (1, 0), covariates, cluster)
    refusals, warnings = broken(
        trial, table, allocation=allocation, assigned=None, arm=offered,
        outcome_date=outcome_date, assigned_date=assigned_date,
    )  # fmt: skip
    base = _base(trial, measure or Words(outcome, outcome), unit, level, part, warnings)
    if refusals:
        return replace(base, design=designs.RANDOMISATION_BROKEN, refusals=refusals)
    return _answered(base, trial, part, errors)


def _base(
    trial: Trial, measure: Words, unit: str, confidence: float, part: Numbers, warnings: tuple[Note, ...]
) -> Result:
    offered = trial.treated
    more = 100 * (part[offered].mean() - part[~offered].mean())
    values = {"first": int(offered.sum()), "second": int((~offered).sum()), "more": more}
    return Result(
        method="instrumented",
        measure=measure,
        unit="percentage points" if trial.binary else unit,
        design=designs.TAKING_PART,
        comparison=Words(say.COMPARISON.en.format(**values), say.COMPARISON.cy.format(**values)),
        n=len(trial.outcome),
        effective_n=float(trial.known.sum()),
        confidence=confidence,
        assumptions=(*ASSUMPTIONS, *say.ASSUMPTIONS),
        warnings=warnings,
        source=SOURCE,
    )


def _answered(base: Result, trial: Trial, part: Numbers, errors: Errors) -> Result:
    columns = _columns(trial, part, errors)
    f = 0.0 if np.ptp(columns.part) == 0 else strength(columns.on(columns.part))
    if not f >= LEAST_F:
        return _weak(base, f)
    stages = Stages(columns.on(columns.part), columns.on(columns.outcome), columns.second())
    reach = t_of(base.confidence, len(stages.second.pulls) - (2 if trial.clusters is not None else 0) - 2)
    answer = around(float(stages.second.coefficients[1]), stages.second.standard_error(1), reach)
    return replace(
        base,
        effect=answer.effect,
        standard_error=answer.standard_error,
        low=answer.low,
        high=answer.high,
        sensitivities=_sensitivities(stages, reach),
        details={"f": f, "took_part_more": float(stages.first.coefficients[1])},
    )


def _weak(base: Result, f: float) -> Result:
    return replace(
        base, refusals=(note("weak_offer", f=f"{f:.1f}", needed=f"{LEAST_F:g}"),), details={"f": f}
    )


def _columns(trial: Trial, part: Numbers, errors: Errors) -> Columns:
    known = trial.known
    took, inner = part[trial.kept][known], trial.covariates.values[known]
    one, offer = np.ones(len(took)), trial.treated[known].astype(np.float64)
    clusters = None
    if trial.clusters is not None:
        clusters = np.unique(trial.clusters[known], return_inverse=True)[1].astype(np.int64)
    return Columns(
        outcome=trial.outcome[known] * (100.0 if trial.binary else 1.0),
        part=took,
        design=np.column_stack([one, took, inner]),
        instruments=np.column_stack([one, offer, inner]),
        names=("1", "offer", *trial.covariates.names),
        errors=errors,
        clusters=clusters,
    )


def _sensitivities(stages: Stages, reach: float) -> tuple[Sensitivity, ...]:
    offer = around(float(stages.reduced.coefficients[1]), stages.reduced.standard_error(1), reach)
    low, high = _anderson_rubin(stages, reach)
    return (
        Sensitivity("offer", say.OFFER, offer.effect, offer.low, offer.high),
        Sensitivity("anderson_rubin", say.ANDERSON_RUBIN, float(stages.second.coefficients[1]), low, high),
    )


def _anderson_rubin(stages: Stages, reach: float) -> tuple[float, float]:
    """All effects at which the offer would have no effect left on the outcome.

    With a first stage of F >= 10 the set is one interval as long as F is above the square of ``reach``,
    which holds for any confidence up to 99.8%; else it is without end.
    """
    on_outcome, on_part = stages.reduced.pulls[:, 1], stages.first.pulls[:, 1]
    outcome, part = float(stages.reduced.coefficients[1]), float(stages.first.coefficients[1])
    square = part**2 - reach**2 * float((on_part**2).sum())
    middle = outcome * part - reach**2 * float((on_outcome * on_part).sum())
    last = outcome**2 - reach**2 * float((on_outcome**2).sum())
    if square <= 0:
        return float("-inf"), float("inf")
    root = sqrt(max(middle**2 - square * last, 0.0))
    return (middle - root) / square, (middle + root) / square
