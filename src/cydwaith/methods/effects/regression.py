"""Least squares, and least squares in two stages, with standard errors that do not assume equal spread."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..tables import Numbers
from .frame import Groups
from .notes import wrong

Errors = Literal["HC0", "HC1", "HC2", "HC3"]
ERRORS: tuple[Errors, ...] = ("HC0", "HC1", "HC2", "HC3")
BLOCK = 256
DEPENDENT = 1e-10
"""Below this length, after the columns before it are taken out, a unit column says nothing new."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Coefficients of k columns over n rows.

    ``pulls`` (n x k, or clusters x k) is what each row or cluster adds to each coefficient's error:
    the covariance is ``pulls.T @ pulls``. ``scores`` (n x k) are the pulls before any correction,
    ``leverage`` (n) is the diagonal of the hat matrix.
    """

    coefficients: Numbers
    pulls: Numbers
    scores: Numbers
    residuals: Numbers
    leverage: Numbers
    bread: Numbers

    @property
    def covariance(self) -> Numbers:
        """k x k, robust."""
        return self.pulls.T @ self.pulls

    def standard_error(self, place: int) -> float:
        """The robust standard error of one coefficient."""
        return float(np.sqrt((self.pulls[:, place] ** 2).sum()))

    def robust_errors(self, place: int) -> dict[str, float]:
        """The standard error of one coefficient of each kind, HC0 to HC3."""
        squares, columns = self.scores[:, place] ** 2, len(self.coefficients)
        kinds = ((kind, _correction(kind, self.leverage, columns)) for kind in ERRORS)
        return {kind: float(np.sqrt((squares * raised).sum())) for kind, raised in kinds}

    def equal_variance_error(self, place: int) -> float:
        """The standard error of one coefficient were the spread the same everywhere."""
        rows, columns = len(self.residuals), len(self.coefficients)
        spread = (self.residuals**2).sum() / (rows - columns)
        return float(np.sqrt(spread * self.bread[place, place]))


def ols(
    outcome: Numbers,
    design: Numbers,
    *,
    names: tuple[str, ...] = (),
    weights: Numbers | None = None,
    errors: Errors = "HC2",
    clusters: Groups | None = None,
) -> Fit:
    """Regress ``outcome`` (n) on the columns of ``design`` (n x k, constant included by the caller).

    With ``clusters`` (n group numbers) the errors are CR1: G/(G-1) x (n-1)/(n-k). Raises
    ``MethodError``: ``collinear``, naming the column by ``names``; ``unknown_choice``.

    Source: White 1980; MacKinnon and White 1985; Liang and Zeger 1986.
    """
    root = np.ones(len(outcome)) if weights is None else np.sqrt(weights)
    scaled = design * root[:, None]
    basis, inverse = _decomposed(scaled, names)
    coefficients = inverse @ (basis.T @ (outcome * root))
    residuals = outcome * root - scaled @ coefficients
    return _fit(coefficients, residuals, basis, inverse, errors, clusters)


def two_stage(
    outcome: Numbers,
    design: Numbers,
    instruments: Numbers,
    *,
    names: tuple[str, ...] = (),
    errors: Errors = "HC1",
    clusters: Groups | None = None,
) -> Fit:
    """Regress ``outcome`` on ``design`` as far as ``instruments`` (n x at least k) predict it.

    Columns of ``design`` that are their own instruments stand in both. Errors and what is raised as
    in ``ols``. Source: Theil 1953; White 1982.
    """
    first, _ = _decomposed(instruments, names)
    basis, inverse = _decomposed(first @ (first.T @ design), names)
    coefficients = inverse @ (basis.T @ outcome)
    return _fit(coefficients, outcome - design @ coefficients, basis, inverse, errors, clusters)


def _decomposed(design: Numbers, names: tuple[str, ...]) -> tuple[Numbers, Numbers]:
    """An orthonormal basis of the columns, and what turns its coordinates into coefficients."""
    lengths = np.sqrt((design**2).sum(axis=0))
    unit = design / np.where(lengths > 0, lengths, 1)
    triangle = _triangle(unit)
    new = np.abs(np.diag(triangle)) > DEPENDENT
    if len(design) < len(lengths) or not new.all():
        place = int(np.argmin(new))
        raise wrong("collinear", names[place] if place < len(names) else str(place + 1))
    inverse = np.linalg.inv(triangle)
    return unit @ inverse, inverse / lengths[:, None]


def _triangle(design: Numbers) -> Numbers:
    """The triangle of the QR decomposition, block by block: many short ones are quicker than a long one.

    Source: Demmel, Grigori, Hoemmen and Langou 2012 (tall and skinny QR).
    """
    columns = design.shape[1]
    block = max(BLOCK, 4 * columns)
    while len(design) > block:
        blocks = -(-len(design) // block)
        padded = np.zeros((blocks * block, columns))
        padded[: len(design)] = design
        parts = np.linalg.qr(padded.reshape(blocks, block, columns), mode="r")
        design = np.asarray(parts).reshape(-1, columns)
    triangle: Numbers = np.asarray(np.linalg.qr(design, mode="r"))
    return triangle


def _fit(
    coefficients: Numbers,
    residuals: Numbers,
    basis: Numbers,
    inverse: Numbers,
    errors: Errors,
    clusters: Groups | None,
) -> Fit:
    leverage = (basis**2).sum(axis=1)
    scores = basis * residuals[:, None] @ inverse.T
    if clusters is None:
        pulls = scores * np.sqrt(_correction(errors, leverage, len(coefficients)))[:, None]
    else:
        pulls = _summed(scores, clusters)
    return Fit(coefficients, pulls, scores, residuals, leverage, inverse @ inverse.T)


def _correction(errors: Errors, leverage: Numbers, columns: int) -> Numbers:
    """By how much each squared residual is raised, for having been fitted to."""
    if errors not in ERRORS:
        raise wrong("unknown_choice", "errors", given=errors, known=", ".join(ERRORS))
    rows = len(leverage)
    if errors in ("HC0", "HC1"):
        return np.full(rows, 1.0 if errors == "HC0" else rows / max(rows - columns, 1))
    left = np.where(leverage < 1 - 1e-12, 1 - leverage, 1.0)
    return 1 / left if errors == "HC2" else 1 / left**2


def _summed(scores: Numbers, clusters: Groups) -> Numbers:
    """The scores of each cluster together, with the usual correction for few clusters."""
    rows, columns = scores.shape
    groups = int(clusters.max()) + 1
    found = np.stack([np.bincount(clusters, scores[:, n], groups) for n in range(columns)], axis=1)
    corrected: Numbers = found * np.sqrt(groups / (groups - 1) * (rows - 1) / (rows - columns))
    return corrected
