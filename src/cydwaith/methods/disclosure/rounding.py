"""Controlled rounding: every cell to a multiple of 5 next to it, and every sum still exact.

Solved for the top of the tree of places first, then for what lies in one place at a time, each time
as the whole-number programme of Cox. Which way a cell would like to go is drawn by a keyed hash of
its name and its count, so that the same count gives the same number and asking again tells nothing.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from .cube import Cell, Counts, Cube, Dimension, relations
from .notes import refuse
from .policy import BASE
from .solver import model, set_costs

KEY_BYTES, LAST_WEIGHT, GAP = 16, 20.0, 0.1
Wish = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a cell was last time: its true count (never published) and its published number."""

    count: int
    value: int


def rounded(cube: Cube, key: bytes, last: Mapping[Cell, Kept]) -> Counts:
    """The published numbers, in the shape of ``cube.counts``. Raises ``no_key`` or ``no_rounding``."""
    if len(key) < KEY_BYTES:
        raise refuse("no_key", field="key")
    wish = _wishes(cube, key, last)
    try:
        return _by_place(cube, wish)
    except ArithmeticError:
        return _all_at_once(cube, wish)


def _by_place(cube: Cube, wish: Wish) -> Counts:
    places, rest = cube.dimensions[0], cube.dimensions[1:]
    found = np.zeros_like(cube.counts)
    for parent, children in places.children.items() or [(places.top, ())]:
        rows = [places.place[one] for one in (parent, *children)]
        here = Dimension("place", {parent: "", **dict.fromkeys(children, parent)})
        known = None if parent == places.top else found[rows[0]]
        found[rows] = _solved((here, *rest), cube.counts[rows], wish[rows], known)
    return found


def _all_at_once(cube: Cube, wish: Wish) -> Counts:
    """Where going down place by place ends in a corner."""
    try:
        return _solved(cube.dimensions, cube.counts, wish, None)
    except ArithmeticError:
        raise refuse("no_rounding", field="counts") from None


def _solved(dimensions: tuple[Dimension, ...], counts: Counts, wish: Wish, known: Counts | None) -> Counts:
    """One programme in units of 5; ``known`` are the numbers of the first place, already published."""
    low = counts // BASE
    high = -(-counts // BASE)
    if known is not None:
        low[0] = high[0] = known // BASE
    solver = model(
        low.ravel().astype(np.float64), high.ravel().astype(np.float64), relations(dimensions), whole=True
    )
    solver.setOptionValue("mip_rel_gap", GAP)
    set_costs(solver, wish.ravel())
    solver.run()
    solution = solver.getSolution()
    if not solution.value_valid:
        raise ArithmeticError("no rounding adds up")
    values = np.rint(np.array(solution.col_value)).astype(np.int64)
    return (values * BASE).reshape(counts.shape)  # type: ignore[no-any-return]


def _wishes(cube: Cube, key: bytes, last: Mapping[Cell, Kept]) -> Wish:
    """The cost of each unit of 5: below nought for a cell that would like to go up."""
    counts = cube.counts.ravel().tolist()
    wish = np.array([_wish(cell, n, key, last) for cell, n in zip(cube.cells(), counts, strict=True)])
    return wish.reshape(cube.counts.shape)


def _wish(cell: Cell, count: int, key: bytes, last: Mapping[Cell, Kept]) -> float:
    if not count % BASE:
        return 0.0
    before = last.get(cell)
    if before is not None and before.count == count:
        return -LAST_WEIGHT if before.value > count else LAST_WEIGHT
    return -1.0 if _draw(cell, count, key) < (count % BASE) / BASE else 1.0


def _draw(cell: Cell, count: int, key: bytes) -> float:
    """Between 0 and 1, the same for the same cell, count and key."""
    words = "\x1f".join((*cell, str(count))).encode()
    return int.from_bytes(hmac.digest(key, words, sha256)[:7], "big") / 2**56
