"""The four signals of an XmR chart, each over whole arrays."""

import numpy as np
from numpy.typing import NDArray

from .rules import RuleSet

Flags = NDArray[np.bool_]
Sides = NDArray[np.int8]
Values = NDArray[np.float64]


def sides(values: Values, mean: Values) -> Sides:
    """1 above the mean, -1 below, 0 on it."""
    return np.sign(values - mean).astype(np.int8)


def runs(marks: Sides) -> NDArray[np.int64]:
    """For each entry, how long the run of equal marks is that it stands in; 0 where the mark is 0."""
    starts = np.flatnonzero(np.r_[True, marks[1:] != marks[:-1]])
    lengths = np.diff(np.r_[starts, len(marks)])
    return np.where(marks == 0, 0, np.repeat(lengths, lengths))


def shift(side: Sides, rules: RuleSet) -> Sides:
    """The side of every point in ``rules.shift`` or more in a row on one side; one on the mean ends it."""
    return np.where(runs(side) >= rules.shift, side, 0).astype(np.int8)


def trend(values: Values, rules: RuleSet) -> Sides:
    """1 for every point of ``rules.trend`` or more each strictly above the last, -1 below; a tie ends it.

    The top of a rise may be the start of a fall; the later one is kept.
    """
    steps: Sides = np.sign(np.diff(values)).astype(np.int8)
    long = np.where(runs(steps) >= rules.trend - 1, steps, 0)
    ahead, behind = np.append(long, 0), np.insert(long, 0, 0)
    return np.where(ahead != 0, ahead, behind).astype(np.int8)


def outside(values: Values, lower: Values, upper: Values) -> Sides:
    """1 above the upper limit, -1 below the lower."""
    return (np.greater(values, upper).astype(np.int8) - np.less(values, lower)).astype(np.int8)


def two_of_three(values: Values, mean: Values, upper: Values, side: Sides, rules: RuleSet) -> Sides:
    """The side of points past two sigma, where two of three are and all three are on that side.

    Only the points past two sigma are marked.
    """
    third = (upper - mean) / 3
    far = np.abs(values - mean) > 2 * third
    if not rules.beyond_three_sigma_counts:
        far &= np.abs(values - mean) <= 3 * third
    marked = np.zeros(len(values), dtype=np.bool_)
    for which in (-1, 1):
        here = side == which
        count = far & here
        three = here[2:] & here[1:-1] & here[:-2]
        enough = three & (count[2:].astype(np.int8) + count[1:-1] + count[:-2] >= 2)
        for offset in range(3):
            marked[offset : len(values) - 2 + offset] |= enough
    return np.where(marked & far, side, 0).astype(np.int8)
