"""The linear programmes of the attacker: scattered first, then exact ones, warm from one to the next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

import numpy as np

from .cube import Cell, Dimension, Relations, relations
from .ladder import Floats, Ladder, Whole
from .notes import refuse
from .pieces import Piece, Pieces
from .solver import ended, model, set_costs
from .whole import WholeNumbers

DRAWS, FAR = 40, 1e6
SEED = 20
CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Range:
    """What is known of a cell: its smallest and largest value, and the cells that hold it there."""

    low: float
    high: float
    witness: list[int] = field(default_factory=list)


class Attack:
    """Every true cell as an unknown; ``low`` and ``high`` are what its own published number says."""

    def __init__(
        self,
        names: Sequence[Cell],
        known: Mapping[Cell, tuple[float, float]],
        tables: Sequence[tuple[Dimension, ...]],
    ) -> None:
        self.low = np.array([known[name][0] for name in names], dtype=np.float64)
        self.high = np.array([known[name][1] for name in names], dtype=np.float64)
        self.programmes = 0
        self._ladder = Ladder({name: i for i, name in enumerate(names)}, tables)
        self._sums = _together(self._ladder)
        self._least, self._most = self.high.copy(), self.low.copy()
        self._inside = self._interior()
        self._pieces = Pieces(self.low, self.high, self._sums)
        self._corners: dict[int, Any] = {}
        self.whole = WholeNumbers(self.low, self.high, self._ladder, self._pieces)

    def _interior(self) -> Any:
        """A solver that stops inside the room there is: the first answer is far from every wall."""
        solver = model(self.low, np.minimum(self.high, FAR), self._sums)
        solver.setOptionValue("solver", "ipm")
        solver.setOptionValue("run_crossover", "off")
        solver.run()
        if ended(solver) != "optimal":
            # Without crossover the interior method may stop short where there is hardly any room.
            solver.setOptionValue("solver", "simplex")
            solver.run()
        if ended(solver) != "optimal":
            raise refuse("contradiction", field="releases")
        self._take_in(solver)
        return solver

    def start_from(self, values: Floats) -> None:
        """Take in a world that somebody proposes, such as the published numbers, if it fits."""
        within = np.all((values >= self.low) & (values <= self.high))
        added = np.bincount(self._sums.row, values[self._sums.part], minlength=len(self._sums.total))
        if within and np.allclose(added, values[self._sums.total]):
            self._widen(values)
            self.whole.take_in(np.arange(len(values)), values)

    def _take_in(self, solver: Any) -> None:
        self._widen(np.clip(np.array(solver.getSolution().col_value), self.low, self.high))

    def _widen(self, values: Floats) -> None:
        """What a world that fits shows, and what its neighbours show."""
        up = self._ladder.reach(np.minimum(self.high, FAR) - values)
        down = self._ladder.reach(values - self.low)
        self._most = np.maximum(self._most, values + up)
        self._least = np.minimum(self._least, values - down)

    def seen(self, target: int) -> Range:
        """The values met so far: the true range is at least this wide."""
        return Range(float(self._least[target]), float(self._most[target]))

    def scatter(self, targets: Sequence[int], enough: Floats) -> None:
        """Draw directions at random until every target is seen to be ``enough`` wide, or long enough."""
        draw = np.random.default_rng(SEED)
        waiting = np.array(targets, dtype=np.int64)
        for _ in range(DRAWS):
            unclear = self._most[waiting] - self._least[waiting] < enough[waiting] - CLOSE
            waiting = waiting[unclear]
            if len(waiting) <= DRAWS:
                return
            costs = np.zeros(len(self.high))
            costs[waiting] = draw.choice([-1.0, 1.0], len(waiting))
            if self._push(self._inside, costs) == "optimal":
                self._take_in(self._inside)

    def _push(self, solver: Any, costs: Floats) -> str:
        set_costs(solver, costs)
        solver.run()
        self.programmes += 1
        return ended(solver)

    def exactly(self, target: int) -> Range:
        """Both ends of the range of one cell, from corner to corner of its piece."""
        piece = self._pieces.of(target)
        solver = self._corner(piece)
        low, first = self._end(solver, piece, target, 1.0)
        high, second = self._end(solver, piece, target, -1.0)
        return Range(low, high, [*first, *second])

    def _corner(self, piece: Piece) -> Any:
        """A solver for the corners of a piece, warm from one question to the next."""
        if piece.label not in self._corners:
            solver = model(piece.low, piece.high, piece.sums)
            solver.setOptionValue("presolve", "off")
            solver.setOptionValue("simplex_strategy", 4)
            self._corners[piece.label] = solver
        return self._corners[piece.label]

    def _end(self, solver: Any, piece: Piece, target: int, sign: float) -> tuple[float, list[int]]:
        costs = np.zeros(len(piece.cells))
        costs[piece.place(target)] = sign
        if self._push(solver, costs) != "optimal":
            return (0.0 if sign > 0 else inf), []
        solution = solver.getSolution()
        values, held = np.array(solution.col_value), np.abs(np.array(solution.col_dual)) > CLOSE
        self.whole.take_in(piece.cells, values)
        return float(values[piece.place(target)]), piece.cells[held].tolist()


def _together(ladder: Ladder) -> Relations:
    """The sums of every table, over the one list of cells."""
    totals: list[Whole] = []
    rows: list[Whole] = []
    parts: list[Whole] = []
    count = 0
    for dimensions, where in ladder.tables:
        sums, flat = relations(dimensions), where.ravel()
        totals.append(flat[sums.total])
        rows.append(sums.row + count)
        parts.append(flat[sums.part])
        count += len(sums.total)
    return Relations(np.concatenate(totals), np.concatenate(rows), np.concatenate(parts))
