"""Votes as people bring them: a matrix, a wide table or long rows; one order whatever they came in."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..tables import Column, column, columns, numbers, once_each
from ..tables import wrong as wrong_table
from .notes import wrong

Identity = Hashable
Whole = NDArray[np.int64]
Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """Who voted how on what: one entry a vote cast, sorted by person and then by statement.

    ``person`` and ``item`` are positions in ``participants`` and ``statements``; ``vote`` is 1 (agree),
    0 (pass) or -1 (disagree). What is not there was not seen.
    """

    participants: tuple[Identity, ...]
    statements: tuple[Identity, ...]
    person: Whole
    item: Whole
    vote: Values

    @property
    def cast(self) -> Whole:
        """How many votes each person cast."""
        return np.bincount(self.person, minlength=len(self.participants))

    def fingerprint(self) -> str:
        """A hash of all votes: the same votes in any order give the same."""
        found = sha256(repr((self.participants, self.statements)).encode())
        for values in (self.person, self.item, self.vote.astype(np.int8)):
            found.update(np.ascontiguousarray(values).tobytes())
        return found.hexdigest()


def read_votes(
    data: object,
    *,
    participant: str = "participant",
    statement: str = "statement",
    vote: str = "vote",
    when: str | None = None,
    participants: Sequence[Identity] | None = None,
    statements: Sequence[Identity] | None = None,
) -> Votes:
    """Votes from a matrix (people x statements), a wide table, or long rows (one a vote).

    In a matrix NaN or None is unseen; people and statements are counted from 0 unless named by
    ``participants`` and ``statements``. A table with a column ``statement`` is read as long rows: when
    a person votes again on a statement the last vote counts, by the column ``when`` if that is
    named, else by the order of rows; people then stand in the order of their first vote (``when``),
    else of their id. Any other table is wide: a column a statement, and ``participant`` if it is there.

    Raises ``MethodError`` with field and row: ``not_a_vote``, ``no_votes``, ``not_a_matrix``,
    ``wrong_length``, ``given_twice``, ``missing_value``, ``no_such_column``, ``unequal_columns``.
    """
    if isinstance(data, Votes):
        return data
    if _is_matrix(data):
        return _from_matrix(_cells(data), participants, statements)
    table = columns(data)
    if statement in table:
        times = None if when is None else numbers(column(table, when), when)
        return _from_rows(table, (participant, statement, vote), times)
    people = table.pop(participant, None)
    whole = np.column_stack([numbers(values, name, missing=True) for name, values in table.items()])
    index = getattr(data, "index", None)
    named = people if people is not None else index if hasattr(index, "tolist") else participants
    return _from_matrix(whole, None if named is None else _plain(named, participant), statements or [*table])


def _is_matrix(data: object) -> bool:
    if isinstance(data, np.ndarray):
        return True
    return isinstance(data, Sequence) and len(data) > 0 and not isinstance(data[0], Mapping | str)


def _cells(data: Any) -> Values:
    if isinstance(data, np.ndarray) and data.dtype.kind in "iufb":
        if data.ndim != 2:
            raise wrong("not_a_matrix", "votes", 1)
        return data.astype(np.float64)
    rows = []
    for number, row in enumerate(data, start=1):
        if not hasattr(row, "__len__") or isinstance(row, str) or len(row) != len(data[0]):
            raise wrong("not_a_matrix", "votes", number)
        rows.append([_cell(value, number) for value in row])
    return np.array(rows, dtype=np.float64).reshape(len(rows), -1)


def _cell(value: Any, row: int) -> float:
    try:
        return float("nan") if value is None else float(value)
    except (TypeError, ValueError):
        raise wrong("not_a_vote", "votes", row, value=value) from None


def _from_matrix(
    cells: Values, participants: Sequence[Identity] | None, statements: Sequence[Identity] | None
) -> Votes:
    people = _named("participants", participants, cells.shape[0])
    items = _named("statements", statements, cells.shape[1])
    person, item = np.nonzero(~np.isnan(cells))
    vote = cells[person, item]
    _check(vote, "votes", person)
    return Votes(people, items, person.astype(np.int64), item.astype(np.int64), vote)


def _named(field: str, names: Sequence[Identity] | None, wanted: int) -> tuple[Identity, ...]:
    if names is None:
        return tuple(range(wanted))
    if len(names) != wanted:
        raise wrong("wrong_length", field, given=len(names), wanted=wanted)
    once_each(list(names), field)
    return tuple(names)


def _check(vote: Values, field: str, rows: Whole | None = None) -> None:
    if not len(vote):
        raise wrong("no_votes", field)
    odd = (vote != 0) & (np.abs(vote) != 1)
    if odd.any():
        first = int(np.argmax(odd))
        row = first if rows is None else int(rows[first])
        raise wrong("not_a_vote", field, row + 1, value=f"{vote[first]:g}")


def _from_rows(table: Mapping[str, Column], names: tuple[str, str, str], times: Values | None) -> Votes:
    people, items, cast = (column(table, name) for name in names)
    vote = numbers(cast, names[2])
    _check(vote, names[2])
    participants, person = _identified(people, names[0])
    statements, item = _identified(items, names[1])
    order = np.arange(len(vote)) if times is None else np.argsort(times, kind="stable")
    person, item, vote = person[order], item[order], vote[order]
    if times is not None:
        participants, person = _by_first_vote(participants, person, times[order])
    key = person * len(statements) + item
    sorted_ = np.argsort(key, kind="stable")
    last = np.flatnonzero(np.diff(key[sorted_], append=-1) != 0)
    kept = sorted_[last]
    return Votes(participants, statements, person[kept], item[kept], vote[kept])


def _by_first_vote(
    participants: tuple[Identity, ...], person: Whole, times: Values
) -> tuple[tuple[Identity, ...], Whole]:
    first = np.full(len(participants), np.inf)
    np.minimum.at(first, person, times)
    order = np.argsort(first, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return tuple(participants[n] for n in order), place[person]


def _plain(values: Any, field: str) -> list[Any]:
    """Ids as plain values; a number that is whole is a whole number."""
    found = values.tolist() if hasattr(values, "tolist") else list(values)
    for row, value in enumerate(found, start=1):
        if value is None or value != value or value == "":
            raise wrong_table("missing_value", field, row)
        if isinstance(value, float) and value.is_integer():
            found[row - 1] = int(value)
    return found


def _identified(values: Column, field: str) -> tuple[tuple[Identity, ...], Whole]:
    """The distinct ids in their natural order, and the place of each row's id among them."""
    whole = _whole(values)
    if whole is not None:
        distinct, places = np.unique(whole, return_inverse=True)
        return tuple(distinct.tolist()), places.astype(np.int64)
    plain = _plain(values, field)
    ids = sorted(dict.fromkeys(plain), key=_natural)
    place = {value: n for n, value in enumerate(ids)}
    return tuple(ids), np.fromiter(map(place.__getitem__, plain), np.int64, len(plain))


def _whole(values: Column) -> Whole | None:
    """Ids that are all whole numbers, as an array: for millions of them."""
    if type(values[0]) in (str, bool):
        return None
    found = np.asarray(values)
    if found.dtype.kind == "f" and (found == np.floor(found)).all() and (np.abs(found) < 2**53).all():
        return found.astype(np.int64)
    return found.astype(np.int64) if found.dtype.kind == "i" else None


def _natural(value: Any) -> tuple[int, float, str]:
    text = str(value)
    if isinstance(value, int | float) or text.isdecimal():
        return (0, float(value), text)
    return (1, 0.0, text)
