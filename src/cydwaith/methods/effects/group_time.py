"""Group-time effects without covariates, and sums of them, each with its influence function."""

from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ..tables import Numbers
from .chance import within
from .panel import Panel

Control = Literal["never", "not_yet"]
Kind = Literal["before", "expected", "after"]
FEWEST_CONTROLS = 4


@dataclass(frozen=True, slots=True)
class GroupTime:
    """What happened to those who began at ``group`` by ``time``, against the comparison.

    ``effect`` in the outcome's unit, since the last time before the start (``kind`` ``after``), or
    since the time before (``before``: it should be near 0). ``expected`` is a time in which people
    may have acted on what they knew would come.
    """

    group: float
    time: float
    kind: Kind
    effect: float
    standard_error: float
    low: float
    high: float
    treated: int
    controls: int


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells, and for each of them (columns) what each unit (rows) adds to its error."""

    cells: tuple[GroupTime, ...]
    influence: NDArray[np.float64]
    starts: Numbers
    without_controls: int

    @property
    def effects(self) -> Numbers:
        """The effects, in the order of the cells."""
        return np.array([cell.effect for cell in self.cells])

    def of(self, kind: Kind) -> list[int]:
        """Which cells are of that kind."""
        return [n for n, cell in enumerate(self.cells) if cell.kind == kind]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A sum of cells with its standard error and 95% interval."""

    effect: float
    standard_error: float
    low: float
    high: float


def group_times(panel: Panel, control: Control, anticipation: float) -> Cells:
    """Every cell that has at least 4 units to compare with.

    Source: Callaway and Sant'Anna (2021), estimator without covariates; base period varying before
    the start and fixed after it.
    """
    found, columns, bare = [], [], 0
    for group in np.unique(panel.starts[np.isfinite(panel.starts)]):
        for at in range(1, len(panel.times)):
            last = _last_unaware(panel.times, group, anticipation)
            early = at <= last
            base = at - 1 if early else last
            beside = _beside(panel, group, max(at, base), control, anticipation)
            if beside.sum() < FEWEST_CONTROLS:
                bare += 1
                continue
            cell, column = _cell(panel, group, at, base, early, beside)
            found.append(cell)
            columns.append(column)
    influence = np.column_stack(columns) if columns else np.zeros((len(panel.units), 0))
    return Cells(tuple(found), influence, panel.starts, bare)


def _last_unaware(times: Numbers, group: float, anticipation: float) -> int:
    """The last time that knew of nothing: what the time of the start and those after it are set against."""
    return int(np.searchsorted(times + anticipation, group)) - 1


def _beside(panel: Panel, group: float, at: int, control: Control, anticipation: float) -> NDArray[np.bool_]:
    never = np.isinf(panel.starts)
    if control == "never":
        return never
    later = panel.starts > panel.times[at] + anticipation
    return np.asarray(never | (later & (panel.starts != group)), dtype=np.bool_)


def _cell(
    panel: Panel, group: float, at: int, base: int, early: bool, beside: NDArray[np.bool_]
) -> tuple[GroupTime, Numbers]:
    change = panel.outcome[:, at] - panel.outcome[:, base]
    began = panel.starts == group
    ours, theirs = float(change[began].mean()), float(change[beside].mean())
    influence = np.zeros(len(change))
    influence[began] = (change[began] - ours) * len(change) / began.sum()
    influence[beside] -= (change[beside] - theirs) * len(change) / beside.sum()
    one = estimate(ours - theirs, influence)
    time = float(panel.times[at])
    kind: Kind = "after" if time >= group else "before" if early else "expected"
    found = GroupTime(
        group=float(group),
        time=time,
        kind=kind,
        effect=one.effect,
        standard_error=one.standard_error,
        low=one.low,
        high=one.high,
        treated=int(began.sum()),
        controls=int(beside.sum()),
    )
    return found, influence


def estimate(effect: float, influence: Numbers) -> Estimate:
    """With the error that the units' influence (mean 0) gives: clustered by unit."""
    error = sqrt(float(influence @ influence)) / len(influence)
    return Estimate(effect, error, *within(effect, error))
