"""What can be said of statements once people are in groups."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .counts import Z_CUT, Counts, half_test, share
from .moderation import Moderation, out_of_the_maths
from .notes import wrong
from .representative import MOST_LISTED, Representative, representative
from .votes import Identity, Values, Votes, Whole, read_votes

Groups = Mapping[Any, Any] | Sequence[Any]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A statement on which nearly everybody goes one way."""

    statement: Identity
    success: int
    trials: int
    probability: float
    z: float


@dataclass(frozen=True, slots=True, eq=False)
class Statistics:
    """Statement statistics given groups; arrays are groups x statements, in the orders named.

    ``pa``, ``pat``: probability of agreeing (Laplace) and its z against one half; ``ra``, ``rat``:
    that probability over the rest's, and the two-proportion z; ``pd``, ``pdt``, ``rd``, ``rdt`` the
    same for disagreeing. ``counts`` are by group, ``everyone`` over all voters, in a group or not.
    ``agree_across`` and ``disagree_across`` (statements) are the group-informed consensus: the product
    of every group's probability.
    """

    groups: tuple[Identity, ...]
    statements: tuple[Identity, ...]
    people: tuple[int, ...]
    counts: Counts
    everyone: Counts
    pa: Values
    pat: Values
    ra: Values
    rat: Values
    pd: Values
    pdt: Values
    rd: Values
    rdt: Values
    agree_across: Values
    disagree_across: Values
    representative: Mapping[Identity, tuple[Representative, ...]]
    consensus_agree: tuple[Agreement, ...]
    consensus_disagree: tuple[Agreement, ...]


def statement_statistics(
    votes: object, groups: Groups, *, moderation: Moderation | None = None, meta: Collection[Any] = ()
) -> Statistics:
    """Statistics of every statement, for groups that are given.

    ``groups`` maps people to the name of their group, or lists one name a person, in order; None (or
    NaN) is in no group. Moderation changes no count: rejected and meta statements are left off the lists.
    Raises ``MethodError``: ``unknown_participant``, ``wrong_length``, ``nobody_in_groups``, and what
    ``read_votes`` raises.

    Source: Small, Bjorkegren, Erkkila, Shaw, Megill (2021), Polis; the open-source implementation.
    """
    found = read_votes(votes)
    names, label = membership(found, groups)
    out = out_of_the_maths(found.statements, moderation, meta)
    inside = _by_group(found, label, len(names))
    everyone = _by_group(found, np.zeros(len(found.participants), dtype=np.int64), 1).of_all()
    agree, disagree = share(inside, inside.agree), share(inside, inside.disagree)
    lists = {
        name: representative(n, found.statements, inside, agree, disagree, ~out)
        for n, name in enumerate(names)
    }
    return Statistics(
        groups=names,
        statements=found.statements,
        people=tuple(int((label == n).sum()) for n in range(len(names))),
        counts=inside,
        everyone=everyone,
        pa=agree.p, pat=agree.pt, ra=agree.r, rat=agree.rt,
        pd=disagree.p, pdt=disagree.pt, rd=disagree.r, rdt=disagree.rt,
        agree_across=agree.p.prod(axis=0),
        disagree_across=disagree.p.prod(axis=0),
        representative=lists,
        consensus_agree=_consensus(found.statements, everyone, everyone.agree, ~out),
        consensus_disagree=_consensus(found.statements, everyone, everyone.disagree, ~out),
    )  # fmt: skip


def membership(votes: Votes, groups: Groups) -> tuple[tuple[Identity, ...], Whole]:
    """The names of the groups, and the number of each person's group; -1 for none."""
    if isinstance(groups, Mapping):
        known = set(votes.participants)
        for name in groups:
            if name not in known:
                raise wrong("unknown_participant", "groups", value=name)
        groups = [groups.get(name) for name in votes.participants]
    if len(groups) != len(votes.participants):
        raise wrong("wrong_length", "groups", given=len(groups), wanted=len(votes.participants))
    groups = [None if name != name else name for name in groups]
    names = tuple(sorted({name for name in groups if name is not None}, key=lambda n: (str(type(n)), n)))
    if not names:
        raise wrong("nobody_in_groups", "groups")
    place = {name: n for n, name in enumerate(names)} | {None: -1}
    return names, np.array([place[name] for name in groups], dtype=np.int64)


def _by_group(votes: Votes, label: Whole, groups: int) -> Counts:
    group = label[votes.person]
    kept = group >= 0
    size, vote = len(votes.statements), votes.vote[kept]
    key = (group * size + votes.item)[kept]

    def counted(chosen: NDArray[np.bool_]) -> Values:
        return np.bincount(key[chosen], minlength=groups * size).reshape(groups, size).astype(np.float64)

    return Counts(counted(vote > 0), counted(vote < 0), counted(np.ones(len(vote), dtype=bool)))


def _consensus(
    statements: tuple[Identity, ...], counts: Counts, success: Values, listed: NDArray[np.bool_]
) -> tuple[Agreement, ...]:
    """The five strongest on which most go this way, beyond chance."""
    p, z = (success + 1) / (counts.seen + 2), half_test(success, counts.seen)
    kept = np.flatnonzero(listed & (p > 0.5) & (z > Z_CUT))
    order = kept[np.argsort(-(p * z)[kept], kind="stable")][:MOST_LISTED]
    return tuple(
        Agreement(statements[n], int(success[n]), int(counts.seen[n]), float(p[n]), float(z[n]))
        for n in order
    )
