"""k-means from starts that depend only on where the points are, and the silhouette."""

from collections.abc import Iterable

import numpy as np

from .votes import Values, Whole


def nearest(points: Values, centres: Values) -> Whole:
    """The centre nearest to each point; the first of several."""
    found: Whole = np.argmin((centres**2).sum(axis=1) - 2 * points @ centres.T, axis=1)
    return found


def settle(points: Values, weights: Values, centres: Values, *, rounds: int, still: float) -> Values:
    """Weighted k-means from these centres, until no centre moves by ``still``; empty ones are dropped."""
    for _ in range(rounds):
        label = nearest(points, centres)
        mass = np.bincount(label, weights, minlength=len(centres))
        sums = [np.bincount(label, weights * axis, minlength=len(centres)) for axis in points.T]
        kept = mass > 0
        moved = np.column_stack(sums)[kept] / mass[kept, None]
        done = np.abs(moved - centres[kept]).max() < still and kept.all()
        centres = moved
        if done:
            break
    return centres


def spread_out(points: Values, weights: Values, k: int) -> Iterable[Values]:
    """Starts for k groups: far apart from each other, and slices along either axis."""
    yield far_apart(points, weights, k)
    for axis in (0, 1):
        order = np.argsort(points[:, axis], kind="stable")
        reached = np.cumsum(weights[order]) / weights.sum()
        slices = np.minimum((reached - 1e-9) * k, k - 1).astype(np.int64)
        there = [points[order][slices == n] for n in range(k) if (slices == n).any()]
        yield np.array([part.mean(axis=0) for part in there])


def far_apart(points: Values, weights: Values, k: int) -> Values:
    """At most k distinct points: the one furthest from the middle, then always that furthest from those."""
    middle = np.average(points, axis=0, weights=weights)
    away = ((points - middle) ** 2).sum(axis=1)
    chosen: list[Values] = []
    nearest_one = np.full(len(points), np.inf)
    while len(chosen) < k and away.max() > 0:
        chosen.append(points[np.argmax(away)])
        nearest_one = np.minimum(nearest_one, ((points - chosen[-1]) ** 2).sum(axis=1))
        away = nearest_one
    return np.array(chosen or [middle])


def inertia(points: Values, weights: Values, centres: Values) -> float:
    """The weighted sum of squared distances to the nearest centre."""
    return float((weights * ((points - centres[nearest(points, centres)]) ** 2).sum(axis=1)).sum())


def silhouette(points: Values, weights: Values, label: Whole) -> float:
    """The mean silhouette of weighted points; one alone in its group scores 0 (Rousseeuw 1987).

    A point of weight w stands for w people at the same place.
    """
    groups = np.unique(label)
    away = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2)) * weights
    sizes = np.array([weights[label == g].sum() for g in groups])
    sums = np.column_stack([away[:, label == g].sum(axis=1) for g in groups])
    rows, own = np.arange(len(points)), np.searchsorted(groups, label)
    inside = sums[rows, own] / np.maximum(1, sizes[own] - 1)
    means = sums / sizes
    means[rows, own] = np.inf
    outside = means.min(axis=1)
    larger = np.maximum(inside, outside)
    known = (sizes[own] > 1) & (larger > 0)
    score = np.where(known, (outside - inside) / np.where(known, larger, 1.0), 0.0)
    return float(np.average(score, weights=weights))
