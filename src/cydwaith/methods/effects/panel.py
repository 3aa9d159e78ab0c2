"""Places (or people) over time, as a matrix: who began when, and what was measured."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import inf, isinf, isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..tables import Numbers, column, columns, numbers
from .codes import coded
from .staggered_notes import wrong


@dataclass(frozen=True, slots=True)
class Panel:
    """``outcome`` is units x times, NaN where nothing was measured.

    ``starts`` is the first time of each unit with the programme, infinity for never.
    """

    units: tuple[Hashable, ...]
    times: Numbers
    outcome: NDArray[np.float64]
    starts: Numbers

    def kept(self, which: NDArray[np.bool_]) -> "Panel":
        """Some of the units."""
        units = tuple(unit for unit, stays in zip(self.units, which, strict=True) if stays)
        return Panel(units, self.times, self.outcome[which], self.starts[which])

    @property
    def complete(self) -> NDArray[np.bool_]:
        """The units that were measured at every time."""
        return np.asarray(~np.isnan(self.outcome).any(axis=1), dtype=np.bool_)


def read_panel(data: object, unit: str, time: str, outcome: str, first_treated: str) -> Panel:
    """One row a unit and time. Never treated is 0, nothing or infinity in ``first_treated``.

    Raises ``MethodError``: those of ``tables``, ``unit_twice``, ``start_varies``.
    """
    table = columns(data)
    rows, names = coded(column(table, unit), unit)
    when = numbers(column(table, time), time)
    values = numbers(column(table, outcome), outcome, missing=True)
    starts = _starts(column(table, first_treated), first_treated)
    times, at = np.unique(when, return_inverse=True)
    _once_each(rows * len(times) + at, unit)
    matrix = np.full((len(names), len(times)), np.nan)
    matrix[rows, at] = values
    return Panel(names, times, matrix, _one_start(rows, starts, names, first_treated))


def _starts(values: Sequence[Any] | NDArray[Any], field: str) -> Numbers:
    never = [value is None or value == "" or _endless(value) for value in values]
    given = [0.0 if none else value for none, value in zip(never, values, strict=True)]
    found = numbers(given, field)
    return np.where(found == 0, inf, found)


def _endless(value: object) -> bool:
    return isinstance(value, float | np.floating) and bool(isnan(value) or isinf(value))


def _once_each(cells: NDArray[np.int64], field: str) -> None:
    _, first = np.unique(cells, return_index=True)
    if len(first) < len(cells):
        again = np.ones(len(cells), dtype=bool)
        again[first] = False
        raise wrong("unit_twice", field, int(np.argmax(again)) + 1)


def _one_start(rows: NDArray[np.int64], starts: Numbers, names: Sequence[Hashable], field: str) -> Numbers:
    found = np.full(len(names), np.nan)
    found[rows] = starts
    odd = found[rows] != starts
    if odd.any():
        row = int(np.argmax(odd))
        raise wrong("start_varies", field, row + 1, unit=names[rows[row]])
    return found
