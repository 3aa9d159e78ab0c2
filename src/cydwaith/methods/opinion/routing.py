"""Which statement a person is asked about next."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .counts import Counts
from .moderation import Moderation, states
from .notes import wrong
from .votes import Identity, Values

META = 7.0
NEW = 8.0
HALVES = 5.0


def priorities(counts: Counts, extremity: Values, meta: NDArray[np.bool_]) -> Values:
    """How much each statement should be asked: clear, telling, agreed with, or new. Meta ones 49.

    ``counts`` are one number a statement. A new statement weighs up to 81 times as much; that is gone
    after some 20 votes. Source: the open-source implementation of Polis.
    """
    seen = counts.seen
    clear = 1 - (counts.passed + 1) / (seen + 2)
    agreed = (counts.agree + 1) / (seen + 2)
    weight = clear * (extremity + 1) * agreed * (1 + NEW * 2 ** (-seen / HALVES))
    found: Values = np.where(meta, META, weight) ** 2
    return found


def next_statement(
    statements: Sequence[Identity],
    voted: Collection[Any] = (),
    *,
    priorities: Mapping[Any, float] | None = None,
    moderation: Moderation | None = None,
    strict: bool = True,
    seed: int | Sequence[int],
) -> Identity | None:
    """One statement that this person has not voted on, drawn with its priority as weight; None when done.

    ``strict``: only accepted ones are asked; otherwise all that were not rejected. A statement without
    a priority weighs 1. The same ``seed`` draws the same. Raises ``MethodError``: ``unknown_state``,
    ``wrong_length``, ``out_of_range``.
    """
    known, seen = states(statements, moderation), set(voted)
    fit = known > 0 if strict else known >= 0
    open_ = [name for name, fits in zip(statements, fit, strict=True) if fits and name not in seen]
    if not open_:
        return None
    weights = np.array([_weight((priorities or {}).get(name, 1.0), n) for n, name in enumerate(open_)])
    reached = np.cumsum(weights)
    drawn = np.random.default_rng(seed).random() * reached[-1]
    return open_[min(int(np.searchsorted(reached, drawn, side="right")), len(open_) - 1)]


def _weight(value: float, place: int) -> float:
    if not 0 < value < np.inf:
        raise wrong("out_of_range", "priorities", place + 1, value=value, low=0, high="10^300")
    return float(value)
