"""Which statements were rejected or are about the person (meta)."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .notes import wrong
from .votes import Identity

STATES = {1: 1, 0: 0, -1: -1, "accepted": 1, "unmoderated": 0, "waiting": 0, "rejected": -1}
Moderation = Mapping[Any, Any] | Sequence[Any]
Mask = NDArray[np.bool_]


def states(statements: Sequence[Identity], moderation: Moderation | None) -> NDArray[np.int64]:
    """1 accepted, 0 waiting, -1 rejected, for each statement; one not named is waiting.

    ``moderation`` maps statements to states, or lists one state a statement, in order. A statement
    without a vote may be named. Raises ``MethodError``: ``unknown_state``, ``wrong_length``.
    """
    if moderation is None:
        return np.zeros(len(statements), dtype=np.int64)
    if not isinstance(moderation, Mapping):
        if len(moderation) != len(statements):
            raise wrong("wrong_length", "moderation", given=len(moderation), wanted=len(statements))
        moderation = dict(zip(statements, moderation, strict=True))
    found = {name: _state(value, name) for name, value in moderation.items()}
    return np.array([found.get(name, 0) for name in statements], dtype=np.int64)


def _state(value: Any, statement: object) -> int:
    try:
        return STATES[value]
    except (KeyError, TypeError):
        raise wrong("unknown_state", "moderation", value=value, row=statement) from None  # type: ignore[arg-type]


def out_of_the_maths(
    statements: Sequence[Identity], moderation: Moderation | None, meta: Collection[Any]
) -> Mask:
    """Rejected and meta statements: their columns are set to 0, not removed."""
    return np.equal(states(statements, moderation), -1) | members(statements, meta)


def members(statements: Sequence[Identity], meta: Collection[Any]) -> Mask:
    """Which statements are among ``meta``."""
    chosen = set(meta)
    return np.array([name in chosen for name in statements], dtype=bool)
