"""Counts of votes, shares of them, and their tests."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .votes import Values

Z_CUT = 1.2816


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Agree, disagree and seen (with passes); groups x statements, or statements alone."""

    agree: Values
    disagree: Values
    seen: Values

    @property
    def passed(self) -> Values:
        """Seen, and neither agreed nor disagreed."""
        return self.seen - self.agree - self.disagree

    def of_all(self) -> Counts:
        """All groups together."""
        return Counts(self.agree.sum(axis=0), self.disagree.sum(axis=0), self.seen.sum(axis=0))


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """One direction: how many went so, the probability and its z, its ratio to the rest and its z."""

    success: Values
    p: Values
    pt: Values
    r: Values
    rt: Values

    def of(self, group: int) -> Share:
        """That of one group."""
        rows = (values[group] for values in (self.success, self.p, self.pt, self.r, self.rt))
        return Share(*rows)


def share(counts: Counts, success: Values) -> Share:
    """One direction for every group: its probability, its ratio to the rest, and their tests."""
    seen = counts.seen
    rest, rest_seen = success.sum(axis=0) - success, seen.sum(axis=0) - seen
    p = (success + 1) / (seen + 2)
    ratio = p / ((rest + 1) / (rest_seen + 2))
    return Share(success, p, half_test(success, seen), ratio, two_test(success, rest, seen, rest_seen))


def half_test(success: Values, seen: Values) -> Values:
    """z of the share against one half, with one success and one trial added."""
    return 2 * np.sqrt(seen + 1) * ((success + 1) / (seen + 1) - 0.5)


def two_test(inside: Values, outside: Values, seen_inside: Values, seen_outside: Values) -> Values:
    """z of the difference of two shares, with one added to each count; 0 where all succeeded."""
    a, b, n, m = inside + 1, outside + 1, seen_inside + 1, seen_outside + 1
    pooled = (a + b) / (n + m)
    variance = pooled * (1 - pooled) * (1 / n + 1 / m)
    return np.where(pooled == 1, 0.0, (a / n - b / m) / np.sqrt(np.where(pooled == 1, 1.0, variance)))
