"""Many questions asked of one set of data: which answers still stand?"""

from dataclasses import dataclass

import numpy as np

from ..result import plain
from ..tables import Numbers, numbers
from .notes import wrong


@dataclass(frozen=True, slots=True)
class FalseDiscovery:
    """``adjusted`` p-values in the order given; ``stands`` where they are at most ``level``."""

    level: float
    adjusted: tuple[float, ...]
    stands: tuple[bool, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def benjamini_hochberg(p_values: object, *, level: float = 0.05) -> FalseDiscovery:
    """Of the answers that stand, at most the share ``level`` is expected to be chance.

    ``p_values``: one list of numbers from 0 to 1. Raises ``MethodError``: ``p_outside``,
    ``level_outside``. Source: Benjamini and Hochberg 1995, JRSS B 57:289.
    """
    found = numbers(p_values, "p_values")
    outside = (found < 0) | (found > 1)
    if outside.any():
        row = int(np.argmax(outside))
        raise wrong("p_outside", "p_values", row + 1, value=f"{found[row]:g}")
    if not 0 < level < 1:
        raise wrong("level_outside", "level")
    adjusted = _adjusted(found)
    return FalseDiscovery(
        float(level), tuple(map(float, adjusted)), tuple(bool(one <= level) for one in adjusted)
    )


def _adjusted(values: Numbers) -> Numbers:
    order = np.argsort(values, kind="stable")
    raised = values[order] * len(values) / np.arange(1, len(values) + 1)
    found = np.empty_like(values)
    found[order] = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    return np.maximum(found, values)
