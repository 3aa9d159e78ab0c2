"""Who is put in groups, and the groups."""

from dataclasses import dataclass, field

import numpy as np

from . import kmeans
from .votes import Values, Whole

BASES = 100
FEWEST_PLACED = 15
MOST_GROUPS = 5
STILL = 0.01
MARGIN = 0.02
BASE_ROUNDS = 100
GROUP_ROUNDS = 100
GROUP_STILL = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """``label`` of each point from 0 (the largest group), ``centres`` of the groups, and the mean
    silhouette of every number of groups that was tried. One group only: none was found."""

    label: Whole
    centres: Values
    silhouettes: dict[int, float] = field(default_factory=dict)

    @property
    def silhouette(self) -> float:
        """That of the number of groups chosen; 0 for one group."""
        return self.silhouettes.get(len(self.centres), 0.0)


def placed(cast: Whole, statements: int, fewest: int, kept: Whole) -> Whole:
    """Who is put in groups: those with enough votes and those ``kept``, the most active up to 15."""
    chosen = cast >= min(fewest, statements)
    chosen[kept] = True
    short = FEWEST_PLACED - int(chosen.sum())
    if short > 0:
        order = np.argsort(np.where(chosen, 1, -cast), kind="stable")
        chosen[order[:short]] = True
    return np.flatnonzero(chosen)


def grouped(points: Values, smallest: int) -> Grouping:
    """2 to 5 groups of the points (people x 2), none smaller than ``smallest``.

    k-means into at most 100 base clusters, these into groups from several starts, the tightest kept.
    One group more has to raise the mean silhouette (of people, at their base clusters) by 0.02.
    """
    bases = _bases(points)
    own = kmeans.nearest(points, bases)
    weights = np.bincount(own, minlength=len(bases)).astype(np.float64)
    best, score = np.zeros(len(points), dtype=np.int64), -np.inf
    tried: dict[int, float] = {}
    for k in range(2, min(MOST_GROUPS, 2 + len(bases) // 12, len(bases)) + 1):
        label = _into(bases, weights, k)
        if np.bincount(label, weights).min() < smallest or len(np.unique(label)) < k:
            continue
        tried[k] = kmeans.silhouette(bases, weights, label)
        if tried[k] > score + MARGIN:
            best, score = label[own], tried[k]
    label = _largest_first(best, points)
    centres = np.array([points[label == g].mean(axis=0) for g in np.unique(label)])
    return Grouping(label, centres, tried)


def _bases(points: Values) -> Values:
    ones = np.ones(len(points))
    start = kmeans.far_apart(points, ones, BASES)
    return kmeans.settle(points, ones, start, rounds=BASE_ROUNDS, still=STILL)


def _into(points: Values, weights: Values, k: int) -> Whole:
    found = [
        kmeans.settle(points, weights, start, rounds=GROUP_ROUNDS, still=GROUP_STILL)
        for start in kmeans.spread_out(points, weights, k)
    ]
    best = min(found, key=lambda centres: kmeans.inertia(points, weights, centres))
    return kmeans.nearest(points, best)


def _largest_first(label: Whole, points: Values) -> Whole:
    groups = np.unique(label)
    sizes = [int((label == g).sum()) for g in groups]
    left = [float(points[label == g, 0].mean()) for g in groups]
    order = np.lexsort((left, [-size for size in sizes]))
    place = np.empty(int(groups.max()) + 1, dtype=np.int64)
    place[groups[order]] = np.arange(len(groups))
    return place[label]
