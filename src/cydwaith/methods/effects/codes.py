"""Labels as numbers, in an order that does not depend on the order of the rows."""

from collections.abc import Hashable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..tables import Column
from ..tables import wrong as wrong_table


def coded(values: Column, field: str) -> tuple[NDArray[np.int64], tuple[Hashable, ...]]:
    """Each value as its place among the values, and the values in order.

    Raises ``MethodError``: ``missing_value``.
    """
    for row, value in enumerate(values, start=1):
        if value is None or value == "" or value != value:
            raise wrong_table("missing_value", field, row)
    names = _in_order(set(values))
    codes = {name: code for code, name in enumerate(names)}
    return np.fromiter((codes[value] for value in values), np.int64, len(values)), tuple(names)


def _in_order(values: set[Any]) -> list[Any]:
    try:
        return sorted(values)
    except TypeError:
        return sorted(values, key=lambda value: (type(value).__name__, str(value)))


def labelled(value: float) -> str:
    """A time in a sentence: 2004, not 2004.0."""
    return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"
