"""The parts of the attacker against slow and obvious ways."""

from __future__ import annotations

from itertools import product
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.disclosure import (
    Cube,
    Dimension,
    DisclosureError,
    Kept,
    Release,
    audit,
    protect,
    ranges,
    rounding,
)
from cydwaith.methods.disclosure.cube import relations
from cydwaith.methods.disclosure.ladder import Ladder
from cydwaith.methods.disclosure.solver import ended, model, set_costs

from .tables import KEY, PLACES

NEEDS = Dimension.flat("need", ("debt", "lonely"), "any")
TABLE = Cube.of("t", (PLACES, NEEDS), {})
NAMES = list(TABLE.cells())


def above(dimension, member):
    """The member and everything that it lies in."""
    found = [member]
    while dimension.parents[found[-1]]:
        found.append(dimension.parents[found[-1]])
    return found


def over(cell):
    """The cell and every margin that counts it."""
    return list(product(above(PLACES, cell[0]), above(NEEDS, cell[1])))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(0, 9), min_size=len(NAMES), max_size=len(NAMES)))
def test_a_cell_can_go_as_far_as_the_least_room_above_it_and_a_margin_as_far_as_its_best_cell(rooms):
    room = dict(zip(NAMES, rooms, strict=True))
    ladder = Ladder({name: i for i, name in enumerate(NAMES)}, [(PLACES, NEEDS)])
    found = dict(zip(NAMES, ladder.reach(np.array(rooms, dtype=float)).tolist(), strict=True))
    lowest = {cell: min(room[other] for other in over(cell)) for cell in TABLE.lowest()}
    for name in NAMES:
        assert found[name] == max(far for cell, far in lowest.items() if name in over(cell))


def test_a_cell_of_two_tables_can_go_as_far_as_both_let_it():
    one, other = Dimension.flat("place", ("a", "b"), "all"), Dimension.flat("place", ("a", "c"), "both")
    names = [("all",), ("a",), ("b",), ("both",), ("c",)]
    ladder = Ladder({name: i for i, name in enumerate(names)}, [(one,), (other,)])
    assert ladder.reach(np.array([9.0, 5, 9, 2, 9])).tolist() == [9, 2, 9, 2, 2]


def square(*, whole=False, low=(0, 0, 0), high=(10, 4, 3)):
    """all = a + b."""
    sums = relations((Dimension.flat("place", ("a", "b"), "all"),))
    return model(np.array(low, dtype=float), np.array(high, dtype=float), sums, whole=whole)


def solved(solver, *costs):
    set_costs(solver, np.array(costs, dtype=float))
    solver.run()
    return ended(solver), list(solver.getSolution().col_value)


def test_a_programme_holds_every_sum_and_says_how_it_ended():
    assert solved(square(), -1, 0, 0) == ("optimal", [7, 4, 3])
    assert solved(square(), 1, 0, 0) == ("optimal", [0, 0, 0])
    assert solved(square(high=(np.inf,) * 3), -1, 0, 0)[0] == "unbounded"
    assert solved(square(low=(8, 0, 0)), 1, 0, 0)[0] == "infeasible"
    half = {"low": (0.5, 0, 0), "high": (0.5, 4, 3)}
    assert solved(square(**half), 0, 1, 0) == ("optimal", [0.5, 0, 0.5])
    assert solved(square(whole=True, low=(1, 0, 0), high=(1, 0.5, 4)), 0, -1, 0) == ("optimal", [1, 0, 1])


def test_a_search_that_is_stopped_says_so():
    solver = square()
    solver.setOptionValue("presolve", "off")
    solver.setOptionValue("simplex_iteration_limit", 0)
    assert solved(solver, -1, 0, 0)[0] == "stopped"


def test_where_hiding_more_cannot_help_the_cell_is_named():
    flat = (Dimension.flat("place", ("a", "b"), "all"),)
    with pytest.raises(DisclosureError, match="“a”") as refused:
        protect(Cube.of("t", flat, {("a",): 3, ("b",): 1}), "nhs-hes")
    assert (refused.value.code, refused.value.field) == ("cannot_hide", "counts")
    with pytest.raises(DisclosureError, match="“all / y”") as refused:
        both = (*flat, Dimension.flat("need", ("x", "y"), "any"))
        protect(Cube.of("t", both, {("a", "x"): 30, ("b", "y"): 2}), "nhs-hes")
    assert (refused.value.code, refused.value.field) == ("exact_nation", "counts")
    assert protect(Cube.of("t", flat, {("a",): 3, ("b",): 2}), "nhs-hes").cells == {
        ("all",): 5, ("a",): None, ("b",): None,
    }  # fmt: skip


def test_of_cells_to_hide_beside_another_the_smallest_is_taken():
    flat = (Dimension.flat("place", ("a", "b", "c"), "all"),)
    found = protect(Cube.of("t", flat, {("a",): 2, ("b",): 30, ("c",): 20}), "star-under-5")
    assert found.cells == {("all",): 52, ("a",): None, ("b",): 30, ("c",): None}
    assert found.star == (1, inf)
    alone = protect(Cube.of("t", flat, {("a",): 2, ("b",): 3, ("c",): 20}), "star-under-5")
    assert (alone.cells[("c",)], alone.star) in ((20, None), (None, (1, inf)))


def hidden(**cells):
    dimension = Dimension.flat("place", tuple(name for name in cells if name != "all"), "all")
    return Release("r", "withheld", (dimension,), {(name,): value for name, value in cells.items()})


def test_what_is_withheld_ranges_from_nought_to_what_the_sum_leaves():
    found = ranges([hidden(all=10, a=None, b=None, c=3)])
    assert found == {("a",): (0, 7), ("b",): (0, 7)}
    assert ranges([hidden(all=10, a=None, b=4)], targets=[("a",)]) == {("a",): (6, 6)}
    assert ranges([hidden(all=10, a=None, b=4)], targets=[("b",)]) == {}
    two = ranges([hidden(all=10, a=None, b=None), hidden(all=10, a=None, c=4)])
    assert two == {("a",): (6, 6), ("b",): (4, 4)}


def test_a_finding_names_the_cells_that_show_it_and_counts_what_was_asked():
    found = audit([hidden(all=10, a=None, b=8)])
    (exact,) = found.exact
    assert (exact.cell, exact.low, exact.high, set(exact.witness)) == (("a",), 2, 2, {("all",), ("b",)})
    assert (found.cells, found.targets, found.small, found.below_small, found.policy) == (
        3,
        1,
        5,
        1,
        "withheld",
    )
    told = found.to_dict()
    assert (told["exact_count"], told["narrow_count"], told["passed"], told["releases"]) == (
        1,
        0,
        False,
        ["r"],
    )
    assert told["exact"][0]["code"] == "exact"
    assert (told["exact"][0]["cell"], told["exact"][0]["low"], told["exact"][0]["high"]) == (["a"], 2, 2)
    narrow = audit([hidden(all=2, a=None, b=None)])
    assert {(one.cell, one.low, one.high) for one in narrow.narrow} == {(("a",), 0, 2), (("b",), 0, 2)}
    assert (narrow.exact, narrow.passed, narrow.below_small) == ([], False, 2)
    assert narrow.to_dict()["narrow"][0]["code"] == "narrow"
    wide = audit([hidden(all=3, a=None, b=None)])
    assert (wide.passed, wide.below_small, wide.targets) == (True, 2, 2)
    wider = audit([hidden(all=5, a=None, b=None)])
    assert (wider.passed, wider.below_small) == (True, 0)
    assert audit([hidden(all=5, a=None, b=None)], small=6).below_small == 2
    assert audit([hidden(all=20, a=None, b=14)], targets=[]).targets == 0


@pytest.mark.parametrize(
    ("releases", "code"),
    [
        ([], "nothing_to_audit"),
        ([hidden(all=3, a=4, b=None)], "contradiction"),
        ([hidden(all=10, a=None, b=4), hidden(all=10, a=None, b=5)], "contradiction"),
        (
            [
                hidden(all=3, a=None),
                Release("s", "withheld", (Dimension.flat("need", ("a",), "all"),), {("all",): 3, ("a",): 3}),
            ],
            "unlike_releases",
        ),
    ],
)
def test_releases_that_cannot_be_attacked_are_named(releases, code):
    with pytest.raises(DisclosureError) as refused:
        audit(releases)
    assert (refused.value.code, refused.value.field) == (code, "releases")


def failing(times, real):
    """As the real one, after it found nothing so many times."""
    left = [times]

    def solved(*asked):
        left[0] -= 1
        if left[0] >= 0:
            raise ArithmeticError("no rounding adds up")
        return real(*asked)

    return solved


def test_a_corner_in_one_place_is_left_by_rounding_all_at_once_and_no_rounding_is_refused(monkeypatch):
    table = Cube.of("t", (PLACES, NEEDS), dict.fromkeys(TABLE.lowest(), 3))
    real = rounding._solved
    monkeypatch.setattr(rounding, "_solved", failing(1, real))
    found = protect(table, key=b"a key of sixteen bytes")
    for cell, value in found.cells.items():
        assert value in (table.count(cell) // 5 * 5, -(-table.count(cell) // 5) * 5)
    assert found.cells[("valley", "any")] == found.cells[("north", "any")] + found.cells[("south", "any")]
    monkeypatch.setattr(rounding, "_solved", failing(9, real))
    with pytest.raises(DisclosureError) as refused:
        protect(table, key=b"a key of sixteen bytes")
    assert (refused.value.code, refused.value.field) == ("no_rounding", "counts")


def test_a_key_of_sixteen_bytes_is_enough():
    assert protect(TABLE, key=b"x" * 16).cells[("valley", "any")] == 0
    with pytest.raises(DisclosureError) as refused:
        protect(TABLE, key=b"x" * 15)
    assert (refused.value.code, refused.value.field) == ("no_key", "key")


def test_an_unchanged_count_keeps_its_number_and_a_changed_one_need_not():
    flat = (Dimension.flat("place", ("a", "b"), "all"),)
    counts = Cube.of("t", flat, {("a",): 7, ("b",): 13})
    for way in ({("a",): 5, ("b",): 15}, {("a",): 10, ("b",): 10}):
        last = {cell: Kept(counts.count(cell), value) for cell, value in way.items()}
        assert {cell: protect(counts, key=KEY, last=last).cells[cell] for cell in way} == way
    assert protect(counts, key=KEY).cells[("all",)] == 20
