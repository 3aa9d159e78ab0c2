"""Reading what the designs need from a table: arms, covariates, groups and dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..notes import MethodError
from ..tables import Column, Numbers, column, numbers
from ..tables import wrong as bad_table
from .notes import wrong

Table = Mapping[str, Column]
Flags = NDArray[np.bool_]
Groups = NDArray[np.int64]
Days = NDArray[np.datetime64]


@dataclass(frozen=True, slots=True, eq=False)
class Covariates:
    """Columns to adjust for: ``values`` is n x k; ``left_out`` names those that are all the same."""

    names: tuple[str, ...]
    values: Numbers
    left_out: tuple[str, ...]


def covariates(table: Table, wanted: Sequence[str]) -> Covariates:
    """Numbers as they are; a column of words becomes one column for each word but the first.

    Raises ``MethodError``: ``no_such_column``, ``missing_value``, ``not_a_number``.
    """
    rows = len(next(iter(table.values())))
    parts = [part for name in dict.fromkeys(wanted) for part in _parts(name, column(table, name))]
    kept = [(name, values) for name, values in parts if values.min() < values.max()]
    left_out = tuple(name for name, values in parts if not values.min() < values.max())
    values = np.stack([one for _, one in kept], axis=1) if kept else np.zeros((rows, 0))
    return Covariates(tuple(name for name, _ in kept), values, left_out)


def _parts(name: str, values: Column) -> list[tuple[str, Numbers]]:
    try:
        return [(name, numbers(values, name))]
    except MethodError as error:
        if error.code != "not_a_number" or not all(_is_word(value) for value in values):
            raise
    found = labels(values, name)
    return [(f"{name}: {word}", (found == word).astype(np.float64)) for word in np.unique(found)[1:]]


def _is_word(value: Any) -> bool:
    if not isinstance(value, str) or not value.strip():
        return False
    try:
        float(value)
    except ValueError:
        return True
    return False


def labels(values: Column, field: str) -> NDArray[np.str_]:
    """What each row is called: 1, 1.0, True and "1" are the same. Raises: ``missing_value``."""
    found = np.asarray(values)
    if found.dtype.kind in "biuf":
        distinct, place = np.unique(found.astype(np.float64), return_inverse=True)
        names = np.array([label(value) for value in distinct])[place]
    else:
        names = np.array([label(value) for value in values])
    if (names == "").any():
        raise bad_table("missing_value", field, int(np.argmax(names == "")) + 1)
    return names


def label(value: object) -> str:
    """One value as a name; "" when there is none."""
    if value is None or value != value:
        return ""
    if isinstance(value, bool | np.bool_ | int | float | np.number):
        number = float(value)
        return str(int(number)) if number.is_integer() else repr(number)
    return str(value).strip()


def chosen(values: Column, kept: Flags) -> Column:
    """The values of the rows kept, each as it was given."""
    if kept.all():
        return values
    if isinstance(values, np.ndarray):
        return values[kept]
    return [value for value, stays in zip(values, kept, strict=True) if stays]


def groups(values: Column, field: str) -> Groups:
    """Group numbers 0, 1, ... in place of names. Raises: ``missing_value``."""
    return np.unique(labels(values, field), return_inverse=True)[1].astype(np.int64)


def days(table: Table, given: str | date, field: str) -> Days:
    """A date for every row: from the column of that name, or the same one for all.

    Raises ``MethodError`` with the row: ``not_a_date``.
    """
    rows = len(next(iter(table.values())))
    if isinstance(given, str) and given in table:
        return np.array([_day(value, given, row) for row, value in enumerate(table[given], start=1)])
    return np.full(rows, _day(given, field, 1))


def _day(value: Any, field: str, row: int) -> np.datetime64:
    try:
        found = np.datetime64(str(value).strip()[:10], "D")
    except ValueError:
        raise wrong("not_a_date", field, row, value=value) from None
    if np.isnat(found):
        raise wrong("not_a_date", field, row, value=value)
    return found
