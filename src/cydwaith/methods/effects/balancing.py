"""Entropy balancing: the weights nearest to equal that make the others like those who took part."""

from dataclasses import dataclass

import numpy as np

from ..tables import Numbers
from .frame import Flags

STEPS = 100
CLOSE = 1e-8
"""How near each weighted mean comes to its aim, in standard deviations."""
SMALLEST_STEP = 1e-10
STEEP = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """One weight for each of those who did not take part, together 1.

    ``gap`` is the largest distance left between a weighted mean and its aim, in standard deviations.
    """

    values: Numbers
    steps: int
    gap: float

    @property
    def converged(self) -> bool:
        """Whether every mean was met; where not, those compared do not overlap."""
        return self.gap <= CLOSE

    @property
    def effective(self) -> float:
        """How many people of equal weight would know as much (Kish)."""
        return float(1 / (self.values**2).sum())


def entropy_balance(others: Numbers, aim: Numbers) -> Weights:
    """Weights for the rows of ``others`` (n x k) so that their means are ``aim`` (k).

    Newton's method on the dual, halving a step that goes uphill: the same weights for the same rows,
    in whatever order. Columns that repeat others do no harm. Source: Hainmueller 2012, Political
    Analysis 20:25.
    """
    spread = others.std(axis=0)
    centred = (others - aim) / np.where(spread > 0, spread, 1.0)
    tilt, steps = np.zeros(centred.shape[1]), 0
    value, weights = _dual(centred, tilt)
    while steps < STEPS and not _met(weights @ centred):
        moved = _stepped(centred, tilt, value, weights)
        if moved is None:
            break
        tilt, value, weights = moved
        steps += 1
    return Weights(weights, steps, float(np.abs(weights @ centred).max(initial=0.0)))


def _met(slope: Numbers) -> bool:
    return bool(np.abs(slope).max(initial=0.0) <= CLOSE / 10)


def _stepped(
    centred: Numbers, tilt: Numbers, value: float, weights: Numbers
) -> tuple[Numbers, float, Numbers] | None:
    """Newton's step; the least one where columns repeat each other."""
    slope = weights @ centred
    curve = (centred * weights[:, None]).T @ centred - np.outer(slope, slope)
    way: Numbers = np.linalg.lstsq(curve, -slope, rcond=1e-12)[0].astype(np.float64)
    return _downhill(centred, tilt, way, value, float(slope @ way))


def _dual(centred: Numbers, tilt: Numbers) -> tuple[float, Numbers]:
    """What is to be least, and the weights that belong to it."""
    index = centred @ tilt
    top = float(index.max())
    raised = np.exp(index - top)
    total = float(raised.sum())
    return top + float(np.log(total)), raised / total


def _downhill(
    centred: Numbers, tilt: Numbers, way: Numbers, value: float, slope: float
) -> tuple[Numbers, float, Numbers] | None:
    """The first step along ``way``, halved as often as needed, that goes down; None at the bottom."""
    size = 1.0
    while size > SMALLEST_STEP:
        reached, weights = _dual(centred, tilt + size * way)
        if reached <= value + STEEP * size * slope + 1e-14 * abs(value):
            return tilt + size * way, reached, weights
        size /= 2
    return None


@dataclass(frozen=True, slots=True)
class Balance:
    """A covariate's means, and its standardised differences before and after weighting."""

    name: str
    treated: float
    others: float
    weighted: float
    before: float
    after: float


def balance(
    names: tuple[str, ...], covariates: Numbers, treated: Flags, weights: Numbers
) -> tuple[Balance, ...]:
    """One row a covariate, in standard deviations of those who took part (as the R package MatchIt).

    A covariate of 0 and 1 has the spread sqrt(p(1 - p)); one that does not vary among those who took
    part is measured by the spread of the others.
    """
    own, others = covariates[treated], covariates[~treated]
    means, plain, weighted = own.mean(axis=0), others.mean(axis=0), weights @ others
    spread = _spread(own)
    spread = np.where(spread > 0, spread, _spread(others))
    spread = np.where(spread > 0, spread, 1.0)
    columns = (means, plain, weighted, (means - plain) / spread, (means - weighted) / spread)
    return tuple(Balance(name, *map(float, row)) for name, *row in zip(names, *columns, strict=True))


def _spread(values: Numbers) -> Numbers:
    share = values.mean(axis=0)
    binary = ((values == 0) | (values == 1)).all(axis=0)
    freed: Numbers = values.std(axis=0, ddof=1) if len(values) > 1 else np.zeros(values.shape[1])
    return np.where(binary, np.sqrt(np.clip(share * (1 - share), 0, None)), freed)
