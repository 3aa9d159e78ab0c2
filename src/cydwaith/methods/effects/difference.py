"""A difference between two arms, with and without covariates, and what chance does to it."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from ..result import plain
from ..tables import Numbers
from .frame import Flags, Groups
from .interval import around, newcombe, ratio, t_of, z_of
from .regression import Errors, Fit, ols
from .trial import Trial

POINT = 100.0
"""Shares are answered in percentage points."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Mean of the treated less mean of the control; ``errors`` by kind."""

    effect: float
    error: float
    freedom: float
    errors: dict[str, float]


def difference(trial: Trial, errors: Errors, *, adjusted: bool = True) -> Difference:
    """By least squares over those known; covariates centred and with an effect of their own in each arm.

    Degrees of freedom: Welch's over the two arms, or clusters less two. Source: Lin 2013, Annals of
    Applied Statistics 7:295; Welch 1947.
    """
    known, width = trial.known, len(trial.covariates.names) if adjusted else 0
    outcome = trial.outcome[known] * (POINT if trial.binary else 1.0)
    treated, design = trial.treated[known], _design(trial, width)
    names = ("1", "arm", *trial.covariates.names, *trial.covariates.names)
    if trial.clusters is not None:
        fit = ols(outcome, design, names=names, clusters=_numbered(trial))
        return _found(fit, trial.groups - 2, {"CR1": fit.standard_error(1)})
    fit = ols(outcome, design, names=names, errors=errors)
    every = fit.robust_errors(1) | {"equal_variance": fit.equal_variance_error(1)}
    return _found(fit, _welch(fit, treated, 1 + width), every)


def _found(fit: Fit, freedom: float, errors: dict[str, float]) -> Difference:
    return Difference(float(fit.coefficients[1]), fit.standard_error(1), freedom, errors)


def _design(trial: Trial, width: int) -> Numbers:
    known = trial.known
    arm, covariates = trial.treated[known].astype(np.float64), trial.covariates.values[known, :width]
    centred = covariates - covariates.mean(axis=0)
    return np.column_stack([np.ones(len(arm)), arm, centred, centred * arm[:, None]])


def _numbered(trial: Trial) -> Groups | None:
    """The clusters of those known, numbered without gaps."""
    if trial.clusters is None:
        return None
    return np.unique(trial.clusters[trial.known], return_inverse=True)[1].astype(np.int64)


def _welch(fit: Fit, treated: Flags, columns: int) -> float:
    squares = fit.pulls[:, 1] ** 2
    parts = [(squares[side].sum(), side.sum() - columns) for side in (treated, ~treated)]
    below = sum(part**2 / max(left, 1) for part, left in parts)
    return float(sum(part for part, _ in parts) ** 2 / below) if below > 0 else float(len(treated) - 2)


def shares(trial: Trial, confidence: float) -> dict[str, object]:
    """For yes and no: both classical intervals of the difference in points, and the risk ratio."""
    hits, people, other_hits, others = _counts(trial)
    share, other, z = hits / people, other_hits / others, z_of(confidence)
    if trial.clusters is not None:
        reach, log_error = t_of(confidence, trial.groups - 2), _log_error(trial)
        return {"risk_ratio": plain(ratio(share, other, log_error, reach))}
    error = sqrt(share * (1 - share) / people + other * (1 - other) / others)
    log_error = (
        sqrt(max(1 / hits - 1 / people + 1 / other_hits - 1 / others, 0)) if hits and other_hits else 0.0
    )
    return {
        "newcombe": in_points(trial, confidence),
        "wald": plain(around(POINT * (share - other), POINT * error, z)),
        "risk_ratio": plain(ratio(share, other, log_error, z)),
    }


def in_points(trial: Trial, confidence: float) -> tuple[float, float]:
    """Newcombe's interval of the difference of shares, in percentage points."""
    low, high = newcombe(*_counts(trial), z_of(confidence))
    return POINT * low, POINT * high


def _counts(trial: Trial) -> tuple[float, int, float, int]:
    one, other = (trial.outcome[side & trial.known] for side in (trial.treated, ~trial.treated))
    return float(one.sum()), len(one), float(other.sum()), len(other)


def _log_error(trial: Trial) -> float:
    """The error of the log of the ratio, by group, from the errors of the two shares."""
    known, arm = trial.known, trial.treated[trial.known].astype(np.float64)
    fit = ols(trial.outcome[known], np.column_stack([arm, 1 - arm]), clusters=_numbered(trial))
    if (fit.coefficients <= 0).any():
        return 0.0
    return float(np.sqrt((((fit.pulls / fit.coefficients) @ np.array([1.0, -1.0])) ** 2).sum()))
