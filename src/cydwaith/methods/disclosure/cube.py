"""A table of counts with all its margins: one tree a dimension."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray

from .notes import refuse

Cell = tuple[str, ...]
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Dimension:
    """A tree of members: ``parents`` maps each to what it lies in, the top one to ``""``.

    Raises DisclosureError (``bad_tree``) unless there is one top and every parent is a member.
    """

    key: str
    parents: Mapping[str, str]

    def __post_init__(self) -> None:
        tops = [member for member, parent in self.parents.items() if not parent]
        if len(tops) != 1:
            raise self._bad(tops[1] if tops else "")
        for member in self.parents:
            if not self._climbs_to_the_top(member):
                raise self._bad(member)

    def _climbs_to_the_top(self, member: str) -> bool:
        for _ in self.parents:
            member = self.parents.get(member, "-")
            if member not in self.parents:
                return not member
        return False

    def _bad(self, member: str) -> Exception:
        return refuse("bad_tree", field=self.key, dimension=self.key, member=member)

    @classmethod
    def flat(cls, key: str, members: tuple[str, ...], total: str = "all") -> "Dimension":
        """Members and their total."""
        return cls(key, {total: "", **dict.fromkeys(members, total)})

    @cached_property
    def children(self) -> dict[str, tuple[str, ...]]:
        """The members that lie directly in each that has any, the top first."""
        found: dict[str, list[str]] = {}
        for member, parent in self.parents.items():
            found.setdefault(parent, []).append(member)
        waiting, ordered = list(found.get("", ())), {}
        while waiting:
            member = waiting.pop(0)
            if member in found:
                ordered[member] = tuple(found[member])
                waiting += found[member]
        return ordered

    @cached_property
    def members(self) -> tuple[str, ...]:
        """Every member, parents before their children."""
        (top,) = (member for member, parent in self.parents.items() if not parent)
        return (top, *(child for children in self.children.values() for child in children))

    @cached_property
    def place(self) -> dict[str, int]:
        """Where each member stands in ``members``."""
        return {member: i for i, member in enumerate(self.members)}

    @property
    def top(self) -> str:
        """The member that holds all."""
        return self.members[0]

    def is_leaf(self, member: str) -> bool:
        """Whether counts are given for it."""
        return member not in self.children

    def to_dict(self) -> dict[str, object]:
        """Key and parents."""
        return {"key": self.key, "parents": dict(self.parents)}


@dataclass(frozen=True)
class Cube:
    """Counts at every combination of members; the first dimension is the tree of places.

    ``counts`` has one axis a dimension, in the order of its ``members``, margins included.
    """

    name: str
    dimensions: tuple[Dimension, ...]
    counts: Counts

    @classmethod
    def of(cls, name: str, dimensions: tuple[Dimension, ...], counts: Mapping[Cell, int]) -> "Cube":
        """From counts at the lowest level (those left out are 0). Raises DisclosureError, naming the row."""
        if not dimensions or all(len(one.members) < 2 for one in dimensions):
            raise refuse("no_dimensions", field="dimensions")
        lowest = np.zeros([len(one.members) for one in dimensions], dtype=np.int64)
        for row, (cell, count) in enumerate(counts.items(), start=1):
            lowest[_place(dimensions, cell, row)] = _whole(count, row)
        return cls(name, dimensions, _summed(dimensions, lowest))

    def count(self, cell: Cell) -> int:
        """The true count of a cell."""
        return int(self.counts[tuple(one.place[m] for one, m in zip(self.dimensions, cell, strict=True))])

    def cells(self) -> Iterator[Cell]:
        """Every cell, in the order of the flattened ``counts``."""
        return product(*(one.members for one in self.dimensions))

    def lowest(self) -> list[Cell]:
        """The cells that counts are given for."""
        return list(product(*([m for m in one.members if one.is_leaf(m)] for one in self.dimensions)))


def _place(dimensions: tuple[Dimension, ...], cell: Cell, row: int) -> tuple[int, ...]:
    if len(cell) != len(dimensions):
        raise refuse("wrong_shape", field="counts", at=row, row=row, given=len(cell), wanted=len(dimensions))
    for one, member in zip(dimensions, cell, strict=True):
        if member not in one.place or not one.is_leaf(member):
            raise refuse("unknown_member", field=one.key, at=row, row=row, member=member, dimension=one.key)
    return tuple(one.place[member] for one, member in zip(dimensions, cell, strict=True))


def _whole(count: object, row: int) -> int:
    whole = isinstance(count, int | np.integer) and not isinstance(count, bool)
    if not whole or int(count) < 0:  # type: ignore[call-overload]
        raise refuse("bad_count", field="counts", at=row, row=row, given=count)
    return int(count)  # type: ignore[call-overload, no-any-return]


def _summed(dimensions: tuple[Dimension, ...], counts: Counts) -> Counts:
    """With every margin: children are added to their parents, the lowest parents first."""
    for axis, one in enumerate(dimensions):
        counts = np.moveaxis(counts, axis, 0)
        for parent, children in reversed(one.children.items()):
            counts[one.place[parent]] = counts[[one.place[child] for child in children]].sum(axis=0)
        counts = np.moveaxis(counts, 0, axis)
    return np.ascontiguousarray(counts)


@dataclass(frozen=True, slots=True)
class Relations:
    """Sums that hold: row ``i`` says that its ``part`` cells add up to its ``total`` cell.

    Cells are positions in the flattened table; ``row`` and ``part`` run side by side.
    """

    total: NDArray[np.int64]
    row: NDArray[np.int64]
    part: NDArray[np.int64]


def relations(dimensions: tuple[Dimension, ...]) -> Relations:
    """Every sum of a table with these dimensions."""
    shape = [len(one.members) for one in dimensions]
    position = np.arange(int(np.prod(shape)), dtype=np.int64).reshape(shape)
    totals, rows, parts, count = [], [], [], 0
    for axis, one in enumerate(dimensions):
        there = np.moveaxis(position, axis, 0).reshape(shape[axis], -1)
        for parent, children in one.children.items():
            total = there[one.place[parent]]
            totals.append(total)
            parts.append(there[[one.place[child] for child in children]].ravel())
            rows.append(np.tile(np.arange(count, count + len(total)), len(children)))
            count += len(total)
    return Relations(np.concatenate(totals), np.concatenate(rows), np.concatenate(parts))
