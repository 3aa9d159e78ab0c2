"""How far a cell can move from a world that fits, without solving anything.

Adding one person to a cell at the lowest level adds one to every margin above it and breaks no sum:
so a cell can rise by the least room in itself and all above it. What is found this way is a range
that certainly fits, never the whole range.
"""

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from .cube import Cell, Dimension

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


class Ladder:
    """The tables, as positions in the one list of cells."""

    def __init__(self, position: Mapping[Cell, int], tables: Sequence[tuple[Dimension, ...]]) -> None:
        self.tables = [(dimensions, _positions(position, dimensions)) for dimensions in tables]
        self.cells = len(position)

    def reach(self, room: Floats) -> Floats:
        """How far each cell can go, given the room that each has by itself."""
        lowest = np.full(self.cells, np.inf)
        for dimensions, where in self.tables:
            least = _downward(dimensions, room[where])
            at = _lowest(dimensions, where.shape)
            np.minimum.at(lowest, where[at], least[at])
        return self._upward(lowest)

    def _upward(self, lowest: Floats) -> Floats:
        """A margin moves with whichever cell below it can move furthest."""
        found = np.zeros(self.cells)
        for dimensions, where in self.tables:
            best = np.where(_lowest(dimensions, where.shape), lowest[where], 0.0)
            for axis, one in enumerate(dimensions):
                best = np.moveaxis(best, axis, 0)
                for parent, children in reversed(one.children.items()):
                    best[one.place[parent]] = best[[one.place[child] for child in children]].max(axis=0)
                best = np.moveaxis(best, 0, axis)
            np.maximum.at(found, where, best)
        return found


def _positions(position: Mapping[Cell, int], dimensions: tuple[Dimension, ...]) -> Whole:
    cells = product(*(one.members for one in dimensions))
    flat = np.fromiter((position[cell] for cell in cells), dtype=np.int64)
    return flat.reshape([len(one.members) for one in dimensions])


def _downward(dimensions: tuple[Dimension, ...], room: Floats) -> Floats:
    """The least room in a cell and everything above it."""
    for axis, one in enumerate(dimensions):
        room = np.moveaxis(room, axis, 0)
        for parent, children in one.children.items():
            rows = [one.place[child] for child in children]
            room[rows] = np.minimum(room[rows], room[one.place[parent]])
        room = np.moveaxis(room, 0, axis)
    return room


def _lowest(dimensions: tuple[Dimension, ...], shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Which cells have nothing below them."""
    lowest = np.ones(shape, dtype=bool)
    for axis, one in enumerate(dimensions):
        leaves = np.array([one.is_leaf(member) for member in one.members])
        lowest &= leaves.reshape([-1 if i == axis else 1 for i in range(len(shape))])
    return lowest
