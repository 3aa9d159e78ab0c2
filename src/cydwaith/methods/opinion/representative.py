"""What tells a group from the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .counts import Z_CUT, Counts, Share
from .votes import Identity, Values

Direction = Literal["agree", "disagree"]
MOST_LISTED = 5


@dataclass(frozen=True, slots=True)
class Representative:
    """A statement that tells a group from the rest: ``success`` of ``trials`` went in ``direction``.

    ``repness`` is the share inside over the share outside, ``repness_z`` and ``probability_z`` its and
    the share's test. ``best_agree`` is the statement on which the group agrees most distinctly.
    """

    statement: Identity
    direction: Direction
    success: int
    trials: int
    probability: float
    probability_z: float
    repness: float
    repness_z: float
    best_agree: bool = False

    @property
    def stance(self) -> Direction:
        """Whether the group agrees or disagrees."""
        return "agree" if self.best_agree else self.direction


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One group's counts and shares, both ways; arrays over statements."""

    statements: tuple[Identity, ...]
    seen: Values
    agree: Share
    disagree: Share

    def stronger(self, item: int) -> Share:
        return self.agree if self.agree.rt[item] > self.disagree.rt[item] else self.disagree

    def clear(self, item: int) -> bool:
        return any(one.rt[item] > Z_CUT and one.pt[item] > Z_CUT for one in (self.agree, self.disagree))

    def entry(self, item: int, share: Share, *, best: bool = False) -> Representative:
        return Representative(
            self.statements[item],
            "agree" if share is self.agree else "disagree",
            int(share.success[item]),
            int(self.seen[item]),
            float(share.p[item]),
            float(share.pt[item]),
            float(share.r[item]),
            float(share.rt[item]),
            best,
        )


def representative(
    group: int,
    statements: tuple[Identity, ...],
    counts: Counts,
    agree: Share,
    disagree: Share,
    listed: NDArray[np.bool_],
) -> tuple[Representative, ...]:
    """At most five: what agrees most distinctly first, then the rest by strength, agrees before disagrees."""
    side = _Side(statements, counts.seen[group], agree.of(group), disagree.of(group))
    items: list[int] = np.flatnonzero(listed).tolist()
    best = _best_agree(side, items)
    passing = sorted((n for n in items if side.clear(n)), key=lambda n: -_strength(side.stronger(n), n))
    if not passing and best is None and items:
        passing = [max(items, key=lambda n: max(side.agree.rt[n], side.disagree.rt[n]))]
    head = [] if best is None else [side.entry(best, side.stronger(best), best=True)]
    chosen = [*head, *(side.entry(n, side.stronger(n)) for n in passing if n != best)][:MOST_LISTED]
    return tuple(sorted(chosen, key=lambda one: one.direction))


def _strength(share: Share, item: int) -> float:
    return float(share.r[item] * share.rt[item] * share.p[item] * share.pt[item])


def _best_agree(side: _Side, items: list[int]) -> int | None:
    """The statement that the group agrees on most distinctly, or at least most."""
    agree, best = side.agree, None
    for n in items:
        if not agree.success[n] + side.disagree.success[n]:
            continue
        if best is None:
            better = agree.pt[n] > Z_CUT or (agree.r[n] > 1 and agree.p[n] > 0.5)
        elif agree.r[best] > 1:
            better = _strength(agree, n) > _strength(agree, best)
        else:
            better = agree.p[n] * agree.pt[n] > agree.p[best] * agree.pt[best]
        best = n if better else best
    return best
