"""Two arms made by chance: what difference did the arm make?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from ..notes import Note
from ..result import Result, Sensitivity
from ..tables import columns
from ..words import Words
from . import designs
from . import randomised_notes as say
from .bounds import bounds, checked_limits
from .difference import Difference, difference, in_points, shares
from .interval import around, checked, t_of
from .notes import note
from .regression import Errors
from .trial import Trial, broken, read

SOURCE = "Neyman 1923; Lin 2013 (covariates); Newcombe 1998 (shares); MacKinnon and White 1985 (errors)"
POINTS = "percentage points"


@dataclass(frozen=True, slots=True)
class Asked:
    """How to answer, and under which names."""

    measure: Words
    unit: str
    confidence: float
    errors: Errors
    limits: tuple[float, float] | None


def randomised(
    data: object,
    *,
    outcome: str,
    arm: str,
    treated: object = 1,
    control: object = 0,
    covariates: Sequence[str] = (),
    cluster: str | None = None,
    allocation: float | None = None,
    assigned: str | None = None,
    outcome_date: str | date | None = None,
    assigned_date: str | date | None = None,
    limits: tuple[float, float] | None = None,
    errors: Errors = "HC2",
    confidence: float = 0.95,
    measure: Words | None = None,
    unit: str = "",
) -> Result:
    """The mean outcome in arm ``treated`` less that in arm ``control``.

    ``data`` is a table, a row a person; the others name columns. An outcome of 0 and 1 is answered in
    percentage points with Newcombe's interval and a risk ratio. ``covariates`` enter by Lin's
    interaction. ``cluster`` names the groups that were put into arms together (errors by group, at
    least 10). ``allocation`` is the share of the two arms meant for ``treated``; ``assigned`` the
    column of the arm that chance gave, where ``arm`` may be another; dates are columns or one date
    for all. ``limits`` are the least and most that the outcome can be, for bounds.

    Refused: ``arm_sizes``, ``outcome_not_known``, ``outcome_known_apart``, ``not_as_assigned``,
    ``too_few_clusters``, ``outcome_before_assignment``, ``too_few_people``, ``too_many_covariates``,
    ``no_variation``. Raises ``MethodError``: ``no_such_arm``, ``allocation_outside``,
    ``limits_outside``, and what is wrong with a column.

    Source: Neyman 1923; Lin 2013; Newcombe 1998; Donner and Klar 2000 (degrees of freedom G - 2).
    """
    table = columns(data)
    asked = Asked(measure or Words(outcome, outcome), unit, checked(confidence), errors, limits)
    trial = read(table, outcome, arm, (treated, control), covariates, cluster)
    checked_limits(trial.outcome, limits, outcome, trial.kept)
    refusals, warnings = broken(
        trial, table, allocation=allocation, assigned=assigned, arm=arm,
        outcome_date=outcome_date, assigned_date=assigned_date,
    )  # fmt: skip
    refusals += _too_wide(trial)
    if not refusals and _flat(trial):
        refusals = (note("no_variation"),)
    return _refused(trial, asked, refusals, warnings) if refusals else _answered(trial, asked, warnings)


def _flat(trial: Trial) -> bool:
    """Whether a number is the same for everybody in each arm, so that nothing shows what chance does."""
    sides = (trial.outcome[side & trial.known] for side in (trial.treated, ~trial.treated))
    return not trial.binary and all(np.ptp(side) == 0 for side in sides)


def _too_wide(trial: Trial) -> tuple[Note, ...]:
    """Each arm needs more people than it has columns to be adjusted for."""
    width, found = len(trial.covariates.names), []
    for name, side in zip(trial.names, (trial.treated, ~trial.treated), strict=True):
        people = int((side & trial.known).sum())
        if width and people < width + 2:
            found.append(note("too_many_covariates", covariates=width, people=people, group=name))
    return tuple(found)


def _answered(trial: Trial, asked: Asked, warnings: tuple[Note, ...]) -> Result:
    found = difference(trial, asked.errors)
    answer = around(found.effect, found.error, t_of(asked.confidence, found.freedom))
    details: dict[str, object] = {"arms": _arms(trial), "freedom": found.freedom}
    details["standard_errors"] = found.errors
    if trial.binary:
        details |= shares(trial, asked.confidence)
    low, high = answer.low, answer.high
    if trial.binary and trial.clusters is None and not trial.covariates.names:
        low, high = in_points(trial, asked.confidence)
    return replace(
        _result(trial, asked, warnings),
        effect=found.effect,
        standard_error=found.error,
        low=low,
        high=high,
        sensitivities=_sensitivities(trial, asked, found),
        details=details,
    )


def _refused(trial: Trial, asked: Asked, refusals: tuple[Note, ...], warnings: tuple[Note, ...]) -> Result:
    """No number; where outcomes are missing, what the number could be at worst and at best."""
    lost = {"outcome_not_known", "outcome_known_apart"}
    only_lost = all(one.code in lost for one in refusals)
    return replace(
        _result(trial, asked, warnings),
        design=designs.RANDOMISATION_BROKEN,
        refusals=refusals,
        sensitivities=_worst(trial, asked) if only_lost else (),
        details={"arms": _arms(trial, means=False)},
    )


def _sensitivities(trial: Trial, asked: Asked, found: Difference) -> tuple[Sensitivity, ...]:
    answers = []
    if trial.covariates.names:
        bare = difference(trial, asked.errors, adjusted=False)
        one = around(bare.effect, bare.error, t_of(asked.confidence, bare.freedom))
        answers.append(Sensitivity("unadjusted", say.UNADJUSTED, one.effect, one.low, one.high))
    equal = found.errors.get("equal_variance")
    if equal is not None:
        one = around(found.effect, equal, t_of(asked.confidence, int(trial.known.sum()) - 2))
        answers.append(Sensitivity("equal_variance", say.EQUAL_SPREAD, one.effect, one.low, one.high))
    return (*answers, *_worst(trial, asked))


def _worst(trial: Trial, asked: Asked) -> tuple[Sensitivity, ...]:
    return bounds(trial.outcome, trial.treated, asked.limits, asked.confidence, trial.clusters)


def _arms(trial: Trial, *, means: bool = True) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for name, side in zip(trial.names, (trial.treated, ~trial.treated), strict=True):
        known = side & trial.known
        found[name] = {"people": int(side.sum()), "known": int(known.sum())}
        if means:
            found[name]["mean"] = float(trial.outcome[known].mean())
    return found


def _result(trial: Trial, asked: Asked, warnings: tuple[Note, ...]) -> Result:
    """What is the same whatever the answer."""
    whole = trial.clusters is not None and not trial.mixed
    sizes = {"treated": int(trial.treated.sum()), "control": int((~trial.treated).sum())}
    names = dict(zip(("first", "second"), trial.names, strict=True))
    return Result(
        method="randomised",
        measure=asked.measure,
        unit=POINTS if trial.binary else asked.unit,
        design=designs.RANDOMISED_GROUPS if whole else designs.RANDOMISED,
        comparison=Words(
            say.COMPARISON.en.format(**sizes, **names), say.COMPARISON.cy.format(**sizes, **names)
        ),
        n=len(trial.outcome),
        effective_n=float(trial.known.sum()),
        confidence=asked.confidence,
        assumptions=say.ASSUMPTIONS,
        warnings=warnings,
        source=SOURCE,
    )
