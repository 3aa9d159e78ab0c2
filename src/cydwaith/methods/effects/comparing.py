"""The same comparison of those who took part with others, made in several ways."""

import numpy as np

from ..notes import MethodError
from ..tables import Numbers
from .frame import Covariates, Flags
from .interval import Estimate, around, z_of
from .regression import Errors, ols

NONE = Estimate(None, None, None)


def compared(
    outcome: Numbers, treated: Flags, weights: Numbers | None, errors: Errors, confidence: float
) -> Estimate:
    """Mean of those who took part less the (weighted) mean of the others; robust errors.

    ``weights`` (one for each of the others, together 1) are taken as given, which as a rule makes the
    interval wider than need be.
    """
    design = np.column_stack([np.ones(len(outcome)), treated.astype(np.float64)])
    fit = ols(outcome, design, weights=_spread(treated, weights), errors=errors)
    return around(float(fit.coefficients[1]), fit.standard_error(1), z_of(confidence))


def _spread(treated: Flags, weights: Numbers | None) -> Numbers | None:
    """One weight a row: 1 for those who took part; the others' add up to as many."""
    if weights is None:
        return None
    found = np.ones(len(treated))
    found[~treated] = weights * treated.sum()
    return found


def regressed(
    outcome: Numbers, treated: Flags, covariates: Covariates, errors: Errors, confidence: float
) -> Estimate:
    """The coefficient of taking part beside the covariates; none when they leave no room for it."""
    one = np.ones(len(outcome))
    design = np.column_stack([one, covariates.values, treated.astype(np.float64)])
    try:
        fit = ols(outcome, design, errors=errors)
    except MethodError:
        return NONE
    return around(float(fit.coefficients[-1]), fit.standard_error(-1), z_of(confidence))


def oaxaca_blinder(
    outcome: Numbers, treated: Flags, covariates: Covariates, errors: Errors, confidence: float
) -> Estimate:
    """Those who took part against what a regression among the others predicts for them.

    Source: Kline 2011, American Economic Review 101:532.
    """
    design = np.column_stack([np.ones(len(outcome)), covariates.values])
    try:
        fit = ols(outcome[~treated], design[~treated], errors=errors)
    except MethodError:
        return NONE
    left = outcome[treated] - design[treated] @ fit.coefficients
    means = design[treated].mean(axis=0)
    error = float(np.sqrt(left.var(ddof=1) / len(left) + ((fit.pulls @ means) ** 2).sum()))
    return around(float(left.mean()), error, z_of(confidence))
