"""What of a map may be shown: sizes, shares with their numbers, and no small count."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..result import plain
from .counts import Counts
from .notes import note

if TYPE_CHECKING:
    from .mapping import OpinionMap

Mask = NDArray[np.bool_]


def shown(found: OpinionMap) -> dict[str, object]:
    """Plain values for a page or a file.

    While groups are shown every number is of the people in groups, so that nobody outside them is
    left over; otherwise of everybody. Rejected and meta statements are not shown. A statement is split
    by group only if every group cast enough votes on it, and shown at all only if enough were cast.
    """
    split = found.statistics.counts.seen.min(axis=0) >= found.policy.smallest_group
    if found.refusals:
        split[:] = False
    counts = found.statistics.everyone if found.refusals else found.statistics.counts.of_all()
    enough = counts.seen >= found.policy.smallest_group
    whole, hidden = enough & ~found.out, int((~enough & ~found.out).sum())
    notes = [*found.notes, *([note("some_hidden", hidden=hidden)] if hidden else [])]
    return {
        "people": len(found.participants),
        "people_in_groups": 0 if found.refusals else sum(found.statistics.people),
        "groups": plain(found.groups),
        "variance": plain(found.plane.shares),
        "silhouettes": plain(found.silhouettes),
        "stability": plain(found.stability),
        "statements": [
            _statement(found, counts, n, split=bool(split[n])) for n in np.flatnonzero(whole).tolist()
        ],
        "representative": _representative(found, split),
        "consensus": _consensus(found, whole),
        "policy": plain(found.policy),
        "fingerprint": found.fingerprint,
        "notes": [one.to_dict() for one in notes],
        "refusals": [one.to_dict() for one in found.refusals],
    }


def _statement(found: OpinionMap, counts: Counts, n: int, *, split: bool) -> dict[str, object]:
    said: dict[str, object] = {"statement": plain(found.statements[n]), **_shares(counts, n)}
    if split:
        inside = found.statistics.counts
        said["groups"] = {
            str(name): _shares(inside, (g, n)) for g, name in enumerate(found.statistics.groups)
        }
        said["agree_across"] = float(found.statistics.agree_across[n])
        said["disagree_across"] = float(found.statistics.disagree_across[n])
    return said


def _shares(counts: Counts, at: int | tuple[int, int]) -> dict[str, object]:
    seen = int(counts.seen[at])
    agree, disagree = int(counts.agree[at]), int(counts.disagree[at])
    said: dict[str, object] = {
        "n": seen,
        "agree": agree,
        "disagree": disagree,
        "pass": seen - agree - disagree,
    }
    return said | {
        "agree_percent": round(100 * agree / seen, 1),
        "disagree_percent": round(100 * disagree / seen, 1),
    }


def _representative(found: OpinionMap, split: Mask) -> dict[str, object]:
    if found.refusals:
        return {}
    fit = _named(found, split)
    return {
        str(group): [
            {"statement": plain(one.statement), "stance": one.stance}
            for one in listed
            if one.statement in fit
        ]
        for group, listed in found.statistics.representative.items()
    }


def _consensus(found: OpinionMap, whole: Mask) -> dict[str, object]:
    fit = _named(found, whole)
    lists = {"agree": found.statistics.consensus_agree, "disagree": found.statistics.consensus_disagree}
    return {
        way: [plain(one.statement) for one in listed if one.statement in fit] for way, listed in lists.items()
    }


def _named(found: OpinionMap, mask: Mask) -> set[object]:
    chosen: Iterable[int] = np.flatnonzero(mask)
    return {found.statements[n] for n in chosen}
