"""Comparing how fast the event comes: log-rank, and a hazard ratio that knows when it should not be."""

from dataclasses import dataclass
from math import exp, sqrt

import numpy as np
from numpy.typing import NDArray

from ..tables import Numbers
from .chance import beyond_chi2

UNLIKE = 0.05
FURTHEST_BY_CHANCE = 2.241  # 95% of the largest that a path of chance reaches (Gill 1980)
STEPS = 50
FARTHEST = 20.0


@dataclass(frozen=True, slots=True)
class LogRank:
    """Chi squared with ``freedom`` degrees, and its p."""

    statistic: float
    freedom: int
    p: float


@dataclass(frozen=True, slots=True)
class Hazard:
    """The log of the ratio and its standard error; ``early`` and ``late`` are the ratios of two parts.

    ``crosses``: one group is ahead early and the other late, beyond chance. ``differs``: the ratio of
    the first half of the events is not that of the second.
    """

    log_ratio: float
    standard_error: float
    early: float
    late: float
    crosses: bool
    differs: bool


@dataclass(frozen=True, slots=True)
class _Table:
    """At risk and with the event, times x groups, at each time of an event."""

    times: Numbers
    at_risk: NDArray[np.float64]
    events: NDArray[np.float64]


def log_rank(times: Numbers, happened: NDArray[np.bool_], groups: NDArray[np.int64]) -> LogRank | None:
    """None with one group, or where nothing can differ. Source: Mantel (1966); Peto and Peto (1972)."""
    table = _tabled(times, happened, groups)
    all_risk, all_events = table.at_risk.sum(axis=1), table.events.sum(axis=1)
    shares = table.at_risk / all_risk[:, None]
    away = (table.events - all_events[:, None] * shares).sum(axis=0)
    scale = all_events * np.where(all_risk > 1, (all_risk - all_events) / np.maximum(all_risk - 1, 1), 0.0)
    spread = np.diag((scale[:, None] * shares).sum(axis=0)) - (shares * scale[:, None]).T @ shares
    freedom = int(np.linalg.matrix_rank(spread[1:, 1:])) if len(away) > 1 else 0
    if not freedom:
        return None
    statistic = float(away[1:] @ np.linalg.pinv(spread[1:, 1:], hermitian=True) @ away[1:])
    return LogRank(statistic, freedom, beyond_chi2(statistic, freedom))


def hazard_ratio(times: Numbers, happened: NDArray[np.bool_], second: NDArray[np.bool_]) -> Hazard | None:
    """Of the ``second`` group to the first; None where either has no event.

    Source: Cox (1972), ties by Efron (1977).
    """
    table = _tabled(times, happened, second.astype(np.int64))
    whole = _fitted(table)
    if whole is None:
        return None
    away, spread = _drift(table)
    path = np.abs(np.cumsum(away))
    at_peak = _parted(away, spread, int(np.argmax(path)) + 1)
    if at_peak is not None and _opposed(*at_peak):
        return Hazard(*whole, at_peak[0].ratio, at_peak[1].ratio, crosses=True, differs=True)
    running = np.cumsum(table.events.sum(axis=1))
    halves = _parted(away, spread, int(np.searchsorted(running, running[-1] / 2, side="right")))
    if halves is None:
        return Hazard(*whole, exp(whole[0]), exp(whole[0]), crosses=False, differs=False)
    return Hazard(*whole, halves[0].ratio, halves[1].ratio, crosses=False, differs=_unlike(*halves))


@dataclass(frozen=True, slots=True)
class _Part:
    """More events of the second group than expected, and the variance of that: Peto's one step."""

    away: float
    spread: float

    @property
    def z(self) -> float:
        return self.away / sqrt(self.spread)

    @property
    def ratio(self) -> float:
        return exp(max(-FARTHEST, min(FARTHEST, self.away / self.spread)))


def _parted(away: Numbers, spread: Numbers, at: int) -> tuple[_Part, _Part] | None:
    first = _Part(float(away[:at].sum()), float(spread[:at].sum()))
    last = _Part(float(away[at:].sum()), float(spread[at:].sum()))
    return (first, last) if first.spread > 0 and last.spread > 0 else None


def _opposed(first: _Part, last: _Part) -> bool:
    return first.away * last.away < 0 and min(abs(first.z), abs(last.z)) > FURTHEST_BY_CHANCE


def _unlike(first: _Part, last: _Part) -> bool:
    gap = first.away / first.spread - last.away / last.spread
    return beyond_chi2(gap**2 / (1 / first.spread + 1 / last.spread), 1) < UNLIKE


def _drift(table: _Table) -> tuple[Numbers, Numbers]:
    """At each time, events of the second group beyond those expected, and their variance."""
    risk, events = table.at_risk.sum(axis=1), table.events.sum(axis=1)
    share = table.at_risk[:, 1] / risk
    left = np.where(risk > 1, (risk - events) / np.maximum(risk - 1, 1), 0.0)
    return table.events[:, 1] - events * share, events * share * (1 - share) * left


def _tabled(times: Numbers, happened: NDArray[np.bool_], groups: NDArray[np.int64]) -> _Table:
    steps = np.unique(times[happened])
    count = int(groups.max()) + 1
    at_risk, events = np.zeros((len(steps), count)), np.zeros((len(steps), count))
    for group in range(count):
        ours = groups == group
        ordered = np.sort(times[ours])
        at_risk[:, group] = len(ordered) - np.searchsorted(ordered, steps, side="left")
        at = np.searchsorted(steps, times[ours & happened])
        events[:, group] = np.bincount(at, minlength=len(steps))
    return _Table(steps, at_risk, events)


def _fitted(table: _Table) -> tuple[float, float] | None:
    """Newton's method on Efron's partial likelihood of one yes-or-no covariate."""
    if not len(table.times) or not table.events.sum(axis=0).all():
        return None
    value = 0.0
    for _ in range(STEPS):
        score, information = _slopes(table, value)
        if information <= 0:
            return None
        step = score / information
        value += step
        if abs(value) > FARTHEST:
            return None
        if abs(step) < 1e-12:
            break
    return value, 1 / sqrt(_slopes(table, value)[1])


def _slopes(table: _Table, value: float) -> tuple[float, float]:
    """The score and the information; ties leave those at risk one part at a time."""
    deaths = table.events.sum(axis=1).astype(np.int64)
    rows = np.repeat(np.arange(len(deaths)), deaths)
    turn = np.arange(len(rows)) - np.repeat(np.cumsum(deaths) - deaths, deaths)
    gone = (turn / deaths[rows])[:, None]
    weights = (table.at_risk[rows] - gone * table.events[rows]) * np.array([1.0, exp(value)])
    share = weights[:, 1] / weights.sum(axis=1)
    return float(table.events[:, 1].sum() - share.sum()), float((share * (1 - share)).sum())
