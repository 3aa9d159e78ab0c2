"""How far two ways of putting the same people in groups agree."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .notes import wrong
from .votes import Values


def adjusted_rand(
    one: Sequence[object] | NDArray[np.int64], other: Sequence[object] | NDArray[np.int64]
) -> float:
    """The adjusted Rand index: 1 the same groups, 0 as by chance; names of groups do not matter.

    Raises ``MethodError``: ``wrong_length``. Source: Hubert and Arabie 1985, Journal of
    Classification 2.
    """
    if len(one) != len(other):
        raise wrong("wrong_length", "other", given=len(other), wanted=len(one))
    first, second = (np.unique(np.asarray(labels), return_inverse=True)[1] for labels in (one, other))
    wide = int(second.max(initial=0)) + 1
    together = _pairs(np.bincount(first * wide + second))
    rows, columns_, all_ = (
        _pairs(np.bincount(first)),
        _pairs(np.bincount(second)),
        _pairs(np.array([len(one)])),
    )
    by_chance = rows * columns_ / all_ if all_ else 0.0
    most = (rows + columns_) / 2
    return 1.0 if most == by_chance else (together - by_chance) / (most - by_chance)


def _pairs(counts: NDArray[np.int64] | Values) -> float:
    return float((counts * (counts - 1) / 2).sum())
