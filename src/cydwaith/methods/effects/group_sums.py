"""Sums of group-time effects, with the error of the weights, and the test of the time before."""

from dataclasses import dataclass

import numpy as np

from ..tables import Numbers
from .chance import beyond_chi2
from .group_time import Cells, Estimate, estimate

FLAT = 1e-10


@dataclass(frozen=True, slots=True)
class Pretrend:
    """Wald test that every cell before the start is 0: chi squared with ``freedom`` degrees."""

    statistic: float
    freedom: int
    p: float


def overall(cells: Cells) -> Estimate:
    """Every cell after the start, each group as large as it is."""
    return estimate(*_sized(cells, cells.of("after")))


def by_event(cells: Cells) -> dict[float, Estimate]:
    """By time since the start: 0 is the first with the programme."""
    return {event: estimate(*_sized(cells, which)) for event, which in _events(cells).items()}


def over_events(cells: Cells) -> Estimate:
    """The mean of the times since the start, each the same."""
    parts = [_sized(cells, which) for event, which in _events(cells).items() if event >= 0]
    return estimate(float(np.mean([one for one, _ in parts])), np.mean([two for _, two in parts], axis=0))


def by_group(cells: Cells) -> dict[float, Estimate]:
    """The mean over the times since each group began."""
    return {group: estimate(*_mean(cells, which)) for group, which in _groups(cells).items()}


def over_groups(cells: Cells) -> Estimate:
    """The groups' means, each group as large as it is."""
    means = [_mean(cells, which) for which in _groups(cells).values()]
    effects = np.array([effect for effect, _ in means])
    influence = np.column_stack([column for _, column in means])
    return estimate(*_weighed(cells.starts, list(_groups(cells)), effects, influence))


def pretrend(cells: Cells) -> Pretrend | None:
    """None where there is no time before, or too few units to say. Source: R package did, Wald test."""
    before = cells.of("before")
    influence = cells.influence[:, before]
    if not before or len(before) >= len(influence):
        return None
    spread = influence.T @ influence / len(influence)
    values = np.linalg.eigvalsh(spread)
    if values[0] <= FLAT * max(values[-1], np.finfo(float).tiny):
        return None
    effects = cells.effects[before]
    statistic = float(len(influence) * effects @ np.linalg.solve(spread, effects))
    return Pretrend(statistic, len(before), beyond_chi2(statistic, len(before)))


def _events(cells: Cells) -> dict[float, list[int]]:
    found: dict[float, list[int]] = {}
    for n, cell in enumerate(cells.cells):
        found.setdefault(cell.time - cell.group, []).append(n)
    return dict(sorted(found.items()))


def _groups(cells: Cells) -> dict[float, list[int]]:
    found: dict[float, list[int]] = {}
    for n in cells.of("after"):
        found.setdefault(cells.cells[n].group, []).append(n)
    return found


def _mean(cells: Cells, which: list[int]) -> tuple[float, Numbers]:
    return float(cells.effects[which].mean()), cells.influence[:, which].mean(axis=1)


def _sized(cells: Cells, which: list[int]) -> tuple[float, Numbers]:
    groups = [cells.cells[n].group for n in which]
    return _weighed(cells.starts, groups, cells.effects[which], cells.influence[:, which])


def _weighed(
    starts: Numbers, groups: list[float], effects: Numbers, influence: Numbers
) -> tuple[float, Numbers]:
    """The mean by the size of the groups; how large they are is itself an estimate."""
    sizes = np.array([np.mean(starts == group) for group in groups])
    total = float(sizes.sum())
    weights = sizes / total
    mean = float(effects @ weights)
    found = influence @ weights
    for group, effect in zip(groups, effects, strict=True):
        found[starts == group] += (effect - mean) / total
    return mean, found
