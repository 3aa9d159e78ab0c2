"""Reading what people bring: columns of a mapping, a list of rows, or any dataframe."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .notes import MethodError, said
from .words import Words

SENTENCES = {
    "not_a_table": Words(
        "This is not a table. Give columns by name, a list of rows, or a dataframe.",
        "Nid tabl yw hwn. Rhowch golofnau yn ôl enw, rhestr o resi, neu dabl data.",
    ),
    "no_rows": Words("There are no rows.", "Does dim rhesi."),
    "no_such_column": Words(
        "There is no column “{field}”. There are: {known}.",
        "Does dim colofn “{field}”. Dyma'r rhai sydd: {known}.",
    ),
    "unequal_columns": Words(
        "“{field}” has {given} rows and the others have {wanted}. Give every column as many.",
        "Mae {given} rhes yn “{field}” a {wanted} yn y lleill. Rhowch yr un nifer ym mhob colofn.",
    ),
    "not_a_number": Words(
        "“{field}” has no number in row {row}: {value}. Give a number there.",
        "Does dim rhif yn “{field}” yn rhes {row}: {value}. Rhowch rif yno.",
    ),
    "missing_value": Words(
        "“{field}” has nothing in row {row}. Fill it in, or leave out the row and say so.",
        "Does dim byd yn “{field}” yn rhes {row}. Llenwch ef, neu gadewch y rhes allan a dweud hynny.",
    ),
    "not_yes_or_no": Words(
        "“{field}” must be 0 or 1. Row {row} has {value}.",
        "Rhaid i “{field}” fod yn 0 neu 1. Yn rhes {row} mae {value}.",
    ),
    "given_twice": Words(
        "“{field}” gives {value} twice (row {row}). Give each one row.",
        "Mae “{field}” yn rhoi {value} ddwywaith (rhes {row}). Rhowch un rhes i bob un.",
    ),
    "one_dimension": Words(
        "“{field}” must be one list of values, not a table of them.",
        "Rhaid i “{field}” fod yn un rhestr o werthoedd, nid yn dabl ohonynt.",
    ),
}
note = partial(said, SENTENCES)
Numbers = NDArray[np.float64]
Column = Sequence[Any] | NDArray[Any]


def wrong(code: str, field: str | None = None, row: int | None = None, **values: object) -> MethodError:
    """The error of that code, naming the field and the row."""
    return MethodError(note(code, field=field, row=row, **values), field=field, row=row)


def columns(data: object) -> dict[str, Column]:
    """The columns of a mapping, a list of mappings or any dataframe, by name.

    Raises ``MethodError``: ``not_a_table``, ``no_rows``, ``unequal_columns``.
    """
    found = _columns(data)
    sizes = {name: len(values) for name, values in found.items()}
    if not sizes or not max(sizes.values()):
        raise wrong("no_rows")
    wanted = next(iter(sizes.values()))
    for name, size in sizes.items():
        if size != wanted:
            raise wrong("unequal_columns", name, given=size, wanted=wanted)
    return found


def _columns(data: object) -> dict[str, Column]:
    if isinstance(data, Mapping):
        return {str(name): _listed(values) for name, values in data.items()}
    if hasattr(data, "columns") and hasattr(data, "__getitem__"):
        return {str(name): _listed(data[name]) for name in data.columns}
    if isinstance(data, Sequence) and data and all(isinstance(row, Mapping) for row in data):
        names = dict.fromkeys(name for row in data for name in row)
        return {str(name): [row.get(name) for row in data] for name in names}
    raise wrong("no_rows" if isinstance(data, Sequence) and not len(data) else "not_a_table")


def _listed(values: Any) -> Column:
    if isinstance(values, str) or not hasattr(values, "__len__"):
        raise wrong("not_a_table")
    if hasattr(values, "to_numpy"):
        values = values.to_numpy()
    return values if isinstance(values, Sequence | np.ndarray) else list(values)


def column(table: Mapping[str, Column], name: str) -> Column:
    """One column. Raises ``MethodError``: ``no_such_column``."""
    if name not in table:
        raise wrong("no_such_column", name, known=", ".join(table) or "-")
    return table[name]


def numbers(values: object, field: str, *, missing: bool = False) -> Numbers:
    """A one-dimensional array of floats; with ``missing``, absent values become NaN.

    Raises ``MethodError`` with field and row: ``not_a_number``, ``missing_value``, ``one_dimension``.
    """
    found = _floats(values, field)
    if found.ndim != 1:
        raise wrong("one_dimension", field)
    if not len(found):
        raise wrong("no_rows", field)
    if np.isinf(found).any():
        row = int(np.argmax(np.isinf(found)))
        raise wrong("not_a_number", field, row + 1, value=found[row])
    if not missing and np.isnan(found).any():
        raise wrong("missing_value", field, int(np.argmax(np.isnan(found))) + 1)
    return found


def _floats(values: Any, field: str) -> Numbers:
    try:
        return np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        if hasattr(values, "to_numpy"):
            values = values.to_numpy()
        return np.array([_float(value, field, row) for row, value in enumerate(values, start=1)])


def _float(value: Any, field: str, row: int) -> float:
    if value is None or value == "":
        return float("nan")
    try:
        return float(value)
    except (TypeError, ValueError):
        raise wrong("not_a_number", field, row, value=value) from None


def yes_or_no(values: object, field: str) -> NDArray[np.bool_]:
    """A column of 0 and 1 (or false and true). Raises ``MethodError``: ``not_yes_or_no``."""
    found = numbers(values, field)
    odd = (found != 0) & (found != 1)
    if odd.any():
        row = int(np.argmax(odd))
        raise wrong("not_yes_or_no", field, row + 1, value=f"{found[row]:g}")
    return np.equal(found, 1)


def once_each(values: Column, field: str) -> None:
    """Every value stands once. Raises ``MethodError``: ``given_twice``."""
    seen = set()
    for row, value in enumerate(values, start=1):
        if value in seen:
            raise wrong("given_twice", field, row, value=value)
        seen.add(value)
