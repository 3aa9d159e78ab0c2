"""Which unknown cells hang together: a cell whose number is known ties nothing to anything.

What is asked of one piece needs that piece alone, so that each programme is as small as it can be.
"""

from dataclasses import dataclass

import numpy as np

from .cube import Relations
from .ladder import Floats, Whole


@dataclass(frozen=True)
class Piece:
    """The ``cells`` of one piece (positions in the one list, in order; known ones beside them too)."""

    label: int
    cells: Whole
    low: Floats
    high: Floats
    sums: Relations

    def place(self, target: int) -> int:
        """Where a cell of the one list stands in ``cells``."""
        return int(np.searchsorted(self.cells, target))


class Pieces:
    """The pieces of a list of cells between bounds, each cut out when it is first asked for."""

    def __init__(self, low: Floats, high: Floats, sums: Relations) -> None:
        self._low, self._high = low, high
        rows = np.arange(len(sums.total))
        self._row, self._cell = np.concatenate([sums.row, rows]), np.concatenate([sums.part, sums.total])
        self._sums = sums
        self._of_cell, self._of_row = self._labels()
        self._cut: dict[int, Piece] = {}

    def _labels(self) -> tuple[Whole, Whole]:
        """The piece of each cell and of each sum."""
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import connected_components

        cells, both = len(self._low), len(self._low) + len(self._sums.total)
        ties = (self._low < self._high)[self._cell]
        ends = (self._cell[ties], cells + self._row[ties])
        graph = coo_array((np.ones(len(ends[0])), ends), shape=(both, both))
        _, found = connected_components(graph, directed=False)
        return found[:cells], found[cells:]

    def of(self, target: int) -> Piece:
        """The piece that a cell is in."""
        label = int(self._of_cell[target])
        if label not in self._cut:
            self._cut[label] = self._piece(label, target)
        return self._cut[label]

    def _piece(self, label: int, target: int) -> Piece:
        sums, kept = self._sums, np.flatnonzero(self._of_row == label)
        inside = self._of_row[self._row] == label
        cells = np.unique(np.append(self._cell[inside], target))
        parts = self._of_row[sums.row] == label
        relations = Relations(
            np.searchsorted(cells, sums.total[kept]),
            np.searchsorted(kept, sums.row[parts]),
            np.searchsorted(cells, sums.part[parts]),
        )
        return Piece(label, cells, self._low[cells], self._high[cells], relations)
