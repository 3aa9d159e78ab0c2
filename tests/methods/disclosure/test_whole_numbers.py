"""What real numbers allow, whole numbers may not; and what hangs together is asked together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from cydwaith.methods.disclosure import Cube, Dimension, DisclosureError, Release, audit, protect
from cydwaith.methods.disclosure.cube import relations
from cydwaith.methods.disclosure.pieces import Pieces

from .tables import DIMENSIONS, KEY, worlds

THREE = tuple(Dimension.flat(name, ("1", "2", "3")) for name in "abc")


def at_most_one(cube: Cube) -> dict[tuple[str, ...], int | None]:
    """Every sum along one axis is printed; each cell at the lowest level is a star."""
    lowest = {cell for cell in cube.cells() if "all" not in cell}
    return {cell: None if cell in lowest else cube.count(cell) for cell in cube.cells()}


def latin_square() -> Cube:
    """One in each line along each axis: whole worlds are Latin squares, real ones much more."""
    ones = [(a, b, c) for a in "123" for b in "123" for c in "123" if (int(a) + int(b) + int(c)) % 3 == 0]
    return Cube.of("square", THREE, dict.fromkeys(ones, 1))


def test_a_table_of_whole_numbers_can_be_known_where_one_of_real_numbers_is_not() -> None:
    """A line of stars that adds to 1: halves would fit everywhere, whole numbers are 0 or 1."""
    square = latin_square()
    release = Release("square", "withheld", THREE, at_most_one(square))
    found = audit([release], "withheld")
    assert len(found.narrow) == 27
    assert {(one.low, one.high) for one in found.narrow} == {(0, 1)}


def ring(*, last: int, rule: str) -> list[Release]:
    """x + y = 1, y + z = 1, and x + z as published: z is x, so that the last sum is even."""
    pairs = {"xy": ("x", "y"), "yz": ("y", "z"), "xz": ("x", "z")}
    shown = {"xy": 1, "yz": 1, "xz": last}
    hidden = 0 if rule == "controlled-5" else None
    return [
        Release(
            whole,
            rule if whole == "xz" else "withheld",
            (Dimension.flat("place", parts, whole),),
            {(whole,): shown[whole], **{(part,): hidden if whole == "xz" else None for part in parts}},
        )
        for whole, parts in pairs.items()
    ]


def test_whole_numbers_find_what_real_ones_leave_open() -> None:
    """Rounded to 5 is 1 to 9; real numbers leave 1 to 2, and it has to be even."""
    releases = ring(last=5, rule="controlled-5")
    real, whole = audit(releases, whole=False), audit(releases)
    assert [(one.cell, one.low, one.high) for one in real.narrow] == [(("xz",), 1, 2)]
    assert not whole.narrow
    found = {one.cell: one for one in whole.exact}[("xz",)]
    assert (found.low, found.high) == (2, 2)
    assert {("xy",), ("yz",)} <= set(found.witness)
    assert whole.in_whole_numbers > 0 == real.in_whole_numbers


def test_real_numbers_that_fit_and_no_whole_ones_are_a_contradiction() -> None:
    """Halves would fit."""
    for whole in (True, False):
        with pytest.raises(DisclosureError) as refusal:
            audit(ring(last=1, rule="withheld"), whole=whole)
        assert refusal.value.code == "contradiction"


@settings(deadline=None, max_examples=15)
@given(worlds)
def test_the_attack_in_whole_numbers_is_never_wider_and_never_leaves_out_the_truth(world: Cube) -> None:
    cells = {
        cell: None if world.count(cell) in (1, 2, 3, 4, 7) else world.count(cell) for cell in world.cells()
    }
    release = Release("stars", "withheld", DIMENSIONS, cells)
    plain, asked = audit([release], "withheld", whole=False), audit([release], "withheld")
    before = {one.cell: one for one in (*plain.exact, *plain.narrow)}
    after = {one.cell: one for one in (*asked.exact, *asked.narrow)}
    assert set(before) <= set(after)
    for cell, one in after.items():
        assert one.low <= world.count(cell) <= one.high
        if cell in before:
            assert before[cell].low <= one.low <= one.high <= before[cell].high


def test_a_rounded_table_proves_itself_wide_without_any_programme() -> None:
    found = audit([protect(Cube.of("none", DIMENSIONS, {}), key=KEY)])
    assert found.passed
    assert found.in_whole_numbers == 0
    assert found.to_dict()["in_whole_numbers"] == 0


def test_cells_that_share_no_sum_with_another_unknown_are_apart() -> None:
    flat = (Dimension.flat("place", ("a", "b", "c", "d")), Dimension.flat("what", ("x", "y")))
    low = np.zeros(15)
    high = low.copy()
    at = {cell: i for i, cell in enumerate(Cube.of("x", flat, {}).cells())}
    for cell in (("a", "x"), ("a", "y"), ("b", "x"), ("b", "y"), ("c", "all")):
        high[at[cell]] = 3
    pieces = Pieces(low, high, relations(flat))
    square = {at[cell] for cell in (("a", "x"), ("a", "y"), ("b", "x"), ("b", "y"))}
    assert pieces.of(at[("a", "x")]) is pieces.of(at[("b", "y")])
    assert square <= set(pieces.of(at[("a", "x")]).cells.tolist())
    assert pieces.of(at[("c", "all")]) is not pieces.of(at[("a", "x")])
    alone = pieces.of(at[("c", "all")])
    assert alone.cells[alone.place(at[("c", "all")])] == at[("c", "all")]
    assert set(alone.sums.total.tolist()) | set(alone.sums.part.tolist()) <= set(range(len(alone.cells)))
