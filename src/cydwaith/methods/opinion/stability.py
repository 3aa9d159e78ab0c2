"""How much the groups owe to who happened to come: the same again from resampled people."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from .agreement import adjusted_rand
from .grouping import Grouping, grouped, placed
from .kmeans import nearest
from .policy import Policy
from .projection import Sheet, plane
from .votes import Values, Whole

MOST_PEOPLE = 1000
NOBODY = np.array([], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Stability:
    """``agreement``: the mean adjusted Rand index between the groups and those of each resample, over
    all people in groups; ``lowest`` the least of them; ``between`` the mean between resamples.
    ``groups`` counts how often each number of groups came out.
    """

    resamples: int
    people: int
    agreement: float
    lowest: float
    between: float
    groups: tuple[tuple[int, int], ...]


def stability(
    sheet: Sheet, label: Whole, who: Whole, policy: Policy, *, resamples: int, seed: int
) -> Stability:
    """Draw people again with replacement, make the whole map of them, and put everybody in its groups.

    At most 1,000 people are drawn each time, which makes the agreement smaller rather than larger.
    Source: Hennig 2007, Computational Statistics & Data Analysis 52 (bootstrap of clusters).
    """
    people = min(sheet.people, MOST_PEOPLE)
    everybody = sheet.only(who)
    found = [_again(sheet, everybody, policy, people, (seed, n)) for n in range(resamples)]
    scores = [adjusted_rand(label, one) for one in found]
    pairs = [adjusted_rand(one, other) for one, other in combinations(found, 2)]
    sizes, times = np.unique([len(np.unique(one)) for one in found], return_counts=True)
    return Stability(
        resamples,
        people,
        float(np.mean(scores)),
        float(min(scores)),
        float(np.mean(pairs)) if pairs else float("nan"),
        tuple(zip(sizes.tolist(), times.tolist(), strict=True)),
    )


def _again(sheet: Sheet, everybody: Sheet, policy: Policy, people: int, seed: tuple[int, int]) -> Whole:
    drawn = np.sort(np.random.default_rng(seed).integers(0, sheet.people, people))
    sample = sheet.only(drawn)
    there = plane(sample)
    groups = _grouping(sample, sample.project(there), policy)
    return nearest(everybody.project(there), groups.centres)


def _grouping(sample: Sheet, points: Values, policy: Policy) -> Grouping:
    who = placed(sample.cast, sample.statements, policy.fewest_votes, NOBODY)
    return grouped(points[who], policy.smallest_group)
