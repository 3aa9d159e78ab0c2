"""Tables of counts: margins add up, and what cannot be right is named by field and row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.methods.disclosure import Cube, Dimension, DisclosureError

from .tables import DIMENSIONS, LOWEST, cube, worlds


@given(worlds)
def test_the_top_cell_is_the_sum_of_the_lowest(world: Cube) -> None:
    assert world.count(("valley", "all", "both")) == sum(world.count(cell) for cell in LOWEST)


@given(worlds, st.permutations(LOWEST))
def test_the_order_of_the_rows_changes_nothing(world: Cube, order: list[tuple[str, ...]]) -> None:
    again = cube({cell: world.count(cell) for cell in order})
    assert (again.counts == world.counts).all()


@pytest.mark.parametrize(
    ("cell", "count", "code", "field"),
    [
        (("n9", "debt", "2026-09"), 1, "unknown_member", "place"),
        (("north", "debt", "2026-09"), 1, "unknown_member", "place"),
        (("n1", "debt"), 1, "wrong_shape", "counts"),
        (("n1", "debt", "2026-09"), -1, "bad_count", "counts"),
        (("n1", "debt", "2026-09"), 1.5, "bad_count", "counts"),
        (("n1", "debt", "2026-09"), float("nan"), "bad_count", "counts"),
        (("n1", "debt", "2026-09"), True, "bad_count", "counts"),
    ],
)
def test_a_bad_row_is_named(cell: tuple[str, ...], count: int, code: str, field: str) -> None:
    with pytest.raises(DisclosureError) as refusal:
        cube({LOWEST[1]: 1, cell: count})
    assert (refusal.value.code, refusal.value.field, refusal.value.row) == (code, field, 2)
    assert refusal.value.note.words.cy


@pytest.mark.parametrize("parents", [{}, {"a": "b", "b": "a"}, {"a": "", "b": ""}, {"a": "", "b": "x"}])
def test_a_tree_needs_one_top_and_known_parents(parents: dict[str, str]) -> None:
    with pytest.raises(DisclosureError) as refusal:
        Dimension("place", parents)
    assert (refusal.value.code, refusal.value.field) == ("bad_tree", "place")


def test_a_table_without_dimensions_is_refused() -> None:
    with pytest.raises(DisclosureError, match="dimension"):
        Cube.of("nothing", (), {})
    assert DIMENSIONS[0].top == "valley"
