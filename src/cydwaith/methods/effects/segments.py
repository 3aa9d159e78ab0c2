"""A line with a step, by least squares or quasi-Poisson, with errors that know of neighbours."""

from dataclasses import dataclass
from math import floor
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..tables import Numbers
from .chance import beyond_chi2

Family = Literal["gaussian", "quasipoisson"]
Errors = Literal["newey_west", "model"]
Matrix = NDArray[np.float64]
STEPS = 60
SETTLED = 1e-12
STEEPEST = 30.0
HARMONICS = 2


@dataclass(frozen=True, slots=True)
class Segments:
    """A fit: ``effects`` a column of the design (log scale for counts), and the two covariances."""

    effects: Numbers
    model: Matrix
    newey_west: Matrix
    fitted: Numbers
    residuals: Numbers
    dispersion: float
    lags: int

    def error(self, column: int, errors: Errors) -> float:
        """The standard error of one column's effect."""
        spread = self.newey_west if errors == "newey_west" else self.model
        return float(np.sqrt(max(spread[column, column], 0.0)))


def design(points: int, at: int, slope: bool, season: float | None) -> Matrix:
    """Columns: 1, time in points, step from ``at`` on, (slope from there on), (two harmonics)."""
    time = np.arange(points, dtype=np.float64)
    after = (time >= at).astype(np.float64)
    columns = [np.ones(points), time, after]
    if slope:
        columns.append((time - at) * after)
    if season is not None:
        for pair in range(1, HARMONICS + 1):
            angle = 2 * np.pi * pair * time / season
            columns += [np.sin(angle), np.cos(angle)]
    return np.column_stack(columns)


def fitted(
    columns: Matrix, values: Numbers, family: Family, exposure: Numbers, lags: int | None
) -> Segments | None:
    """None where it cannot be fitted: too few points for the columns, or counts that run to 0.

    Newey-West with a Bartlett kernel and the correction n / (n - k); ``lags`` None is the rule
    floor(4 (n/100)^(2/9)). Source: Newey and West (1987, 1994); McCullagh and Nelder (1989).
    """
    points, width = columns.shape
    if points <= width or np.linalg.matrix_rank(columns) < width:
        return None
    found = _least_squares(columns, values) if family == "gaussian" else _counts(columns, values, exposure)
    if found is None:
        return None
    effects, mean, weights = found
    bread = np.linalg.inv(columns.T @ (columns * weights[:, None]))
    away = values - mean
    dispersion = float((away**2 / weights).sum() / (points - width))
    reach = newey_west_lags(points) if lags is None else lags
    meat = _meat(columns * away[:, None], reach) * points / (points - width)
    residuals: Numbers = np.asarray(away / np.sqrt(weights), dtype=np.float64)
    return Segments(
        effects,
        np.asarray(bread * dispersion, dtype=np.float64),
        bread @ meat @ bread,
        mean,
        residuals,
        dispersion,
        reach,
    )


def newey_west_lags(points: int) -> int:
    """How many points back errors may go together: floor(4 (n/100)^(2/9))."""
    return int(min(points - 1, floor(4 * (points / 100) ** (2 / 9))))


def ljung_box(residuals: Numbers, lags: int) -> float:
    """The probability, by chance alone, of residuals that follow each other as much. Ljung and Box (1978)."""
    points = len(residuals)
    total = float(residuals @ residuals)
    if total <= 0:
        return 1.0
    back = np.arange(1, lags + 1)
    correlations = np.array([residuals[lag:] @ residuals[:-lag] for lag in back]) / total
    return beyond_chi2(float(points * (points + 2) * (correlations**2 / (points - back)).sum()), lags)


def _least_squares(columns: Matrix, values: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    effects: Numbers = np.asarray(np.linalg.lstsq(columns, values, rcond=None)[0], dtype=np.float64)
    return effects, columns @ effects, np.ones(len(values))


def _counts(columns: Matrix, values: Numbers, exposure: Numbers) -> tuple[Numbers, Numbers, Numbers] | None:
    """Iteratively reweighted least squares with a log link."""
    if not values.any():
        return None
    offset = np.log(exposure / exposure.mean())
    mean = np.maximum(values, 0.5 * values.mean())
    effects = np.zeros(columns.shape[1])
    for _ in range(STEPS):
        working = np.log(mean) - offset + (values - mean) / mean
        root = np.sqrt(mean)
        new, *_ = np.linalg.lstsq(columns * root[:, None], working * root, rcond=None)
        line = columns @ new + offset
        if not np.isfinite(line).all() or np.abs(line - np.log(values.mean())).max() > STEEPEST:
            return None
        moved, effects, mean = float(np.abs(new - effects).max()), new, np.exp(line)
        if moved < SETTLED * (1 + float(np.abs(new).max())):
            return effects, mean, mean
    return None


def _meat(scores: Matrix, lags: int) -> Matrix:
    found: Matrix = scores.T @ scores
    for lag in range(1, lags + 1):
        beside = scores[lag:].T @ scores[:-lag]
        found = found + (1 - lag / (lags + 1)) * (beside + beside.T)
    return found
