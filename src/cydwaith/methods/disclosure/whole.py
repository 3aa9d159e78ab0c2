"""The attacker who remembers that counts are whole: a range of real numbers may hold fewer whole ones."""

from math import ceil, floor
from typing import Any

import numpy as np

from .ladder import Floats, Ladder, Whole
from .notes import refuse
from .pieces import Piece, Pieces
from .solver import ended, model, set_costs

NODES, FAR, CLOSE = 2_000, 1e6, 1e-6


class WholeNumbers:
    """Whole worlds met so far, and the whole-number programmes that look for further ones."""

    def __init__(self, low: Floats, high: Floats, ladder: Ladder, pieces: Pieces) -> None:
        self._low, self._high = low, high
        self._ladder, self._pieces = ladder, pieces
        self._least, self._most = high.copy(), low.copy()
        self._models: dict[int, Any] = {}
        self.programmes = 0

    def take_in(self, cells: Whole, values: Floats) -> None:
        """A world over a piece that fits: if it is whole, it shows its own numbers and its neighbours'."""
        whole = np.rint(values)
        if np.abs(values - whole).max() > CLOSE:
            return
        up = self._reach(cells, np.minimum(self._high[cells], FAR) - whole)
        down = self._reach(cells, whole - self._low[cells])
        self._most[cells] = np.maximum(self._most[cells], whole + up)
        self._least[cells] = np.minimum(self._least[cells], whole - down)

    def _reach(self, cells: Whole, room: Floats) -> Floats:
        everywhere = np.zeros(len(self._low))
        everywhere[cells] = np.floor(room + CLOSE)
        return self._ladder.reach(everywhere)[cells]

    def ends(self, target: int, low: float, high: float, enough: float) -> tuple[float, float]:
        """The smallest and largest whole number from ``low`` to ``high``, which real numbers allow.

        Not looked for further once they are known to be ``enough`` apart. Where a search is stopped
        at its limit, what is proved until then. Raises DisclosureError (``contradiction``) where no
        whole world fits.
        """
        piece = self._pieces.of(target)
        if self._is_narrower_than(target, enough) and self._least[target] > low:
            low = max(low, self._end(piece, target, 1.0))
        if self._is_narrower_than(target, enough) and self._most[target] < high:
            high = min(high, self._end(piece, target, -1.0))
        return low, high

    def _is_narrower_than(self, target: int, enough: float) -> bool:
        """As far as the whole worlds met so far show."""
        return bool(self._most[target] - self._least[target] < enough)

    def _end(self, piece: Piece, target: int, sign: float) -> float:
        solver = self._model(piece)
        costs = np.zeros(len(piece.cells))
        costs[piece.place(target)] = sign
        set_costs(solver, costs)
        solver.run()
        self.programmes += 1
        if ended(solver) == "infeasible":
            raise refuse("contradiction", field="releases")
        solution = solver.getSolution()
        if solution.value_valid:
            self.take_in(piece.cells, np.array(solution.col_value))
        proved = sign * solver.getInfo().mip_dual_bound
        return float(ceil(proved - CLOSE) if sign > 0 else floor(proved + CLOSE))

    def _model(self, piece: Piece) -> Any:
        if piece.label not in self._models:
            solver = model(piece.low, np.minimum(piece.high, FAR), piece.sums, whole=True)
            solver.setOptionValue("mip_max_nodes", NODES)
            self._models[piece.label] = solver
        return self._models[piece.label]
