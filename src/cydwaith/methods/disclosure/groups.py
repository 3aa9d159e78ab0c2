"""What rounding does not cover: a group of whom nearly all share one thing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from ..notes import Note
from .cube import Cell
from .notes import note, refuse
from .release import Release

SMALL_GROUP, NEARLY_ALL = 50, 0.9


@dataclass(frozen=True, slots=True)
class Group:
    """A small group with nearly all of it in one category; ``cell`` has the category in its place."""

    cell: Cell
    total: int
    inside: int

    def to_dict(self) -> dict[str, object]:
        """Plain values."""
        return {"cell": list(self.cell), "total": self.total, "inside": self.inside}

    def note(self, axis: int) -> Note:
        """What to do about it."""
        group = " / ".join(member for i, member in enumerate(self.cell) if i != axis)
        return note("group", group=group, category=self.cell[axis])


def concentrated(release: Release, dimension: str) -> tuple[Group, ...]:
    """The groups of fewer than 50 of whom 90 per cent or more are in one category of ``dimension``.

    Judged by the published numbers, which is what a reader sees. A merge or a dropped split has to
    follow. Raises DisclosureError (``unknown_member``) for a dimension that is not there.
    """
    axis = next((i for i, one in enumerate(release.dimensions) if one.key == dimension), None)
    if axis is None:
        raise refuse("unknown_member", field="dimension", at=0, row=0, member=dimension, dimension=dimension)
    return tuple(_found(release, axis))


def _found(release: Release, axis: int) -> Iterator[Group]:
    one = release.dimensions[axis]
    others = [[one.top] if i == axis else each.members for i, each in enumerate(release.dimensions)]
    for whole in product(*others):
        total = release.cells[whole]
        if not total or total >= SMALL_GROUP:
            continue
        for category in (member for member in one.members if one.is_leaf(member)):
            cell = (*whole[:axis], category, *whole[axis + 1 :])
            inside = release.cells[cell] or 0
            if inside >= NEARLY_ALL * total:
                yield Group(cell, total, inside)
