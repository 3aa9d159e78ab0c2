"""Rounded tables add up, stay close to the truth, and say the same again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.disclosure import Cube, Dimension, DisclosureError, Release, audit, protect, remember

from .tables import DIMENSIONS, KEY, LOWEST, cube, worlds

quickly = settings(deadline=None, max_examples=40)


def sums_hold(release: Release) -> bool:
    """Checked by hand: along each axis, each parent is the sum of its children."""
    return all(
        release.cells[cell]
        == sum(
            release.cells[(*cell[:axis], child, *cell[axis + 1 :])] or 0 for child in one.children[cell[axis]]
        )
        for cell in release.cells
        for axis, one in enumerate(release.dimensions)
        if cell[axis] in one.children
    )


@quickly
@given(worlds)
def test_every_sum_holds_every_cell_is_within_four_and_nought_stays_nought(world: Cube) -> None:
    release = protect(world, key=KEY)
    assert sums_hold(release)
    for cell, value in release.cells.items():
        assert value is not None
        assert value % 5 == 0
        assert abs(value - world.count(cell)) <= 4
        assert world.count(cell) or value == 0


@quickly
@given(worlds)
def test_asking_again_gives_the_same_numbers(world: Cube) -> None:
    assert len({str(protect(world, key=KEY).to_dict()) for _ in range(3)}) == 1


@quickly
@given(worlds)
def test_no_cell_can_be_worked_out_nor_pinned_to_fewer_than_four_values(world: Cube) -> None:
    found = audit([protect(world, key=KEY)])
    assert found.passed
    assert not found.exact
    assert not found.narrow


@quickly
@given(worlds, st.sampled_from(LOWEST))
def test_one_more_person_changes_no_number_that_last_month_could_keep(
    world: Cube, where: tuple[str, ...]
) -> None:
    first = protect(world, key=KEY)
    more = {cell: world.count(cell) for cell in LOWEST}
    more[where] += 1
    second = protect(cube(more), key=KEY, last=remember(world, first))
    touched = {cell for cell in first.cells if world.count(cell) != cube(more).count(cell)}
    moved = {cell for cell in first.cells if first.cells[cell] != second.cells[cell]}
    assert len(moved - touched) <= len(first.cells) // 2
    assert sums_hold(second)
    assert audit([second]).passed


def test_nothing_changed_means_that_no_number_moves() -> None:
    world = cube({cell: 3 + i for i, cell in enumerate(LOWEST)})
    first = protect(world, key=KEY)
    other_key = protect(world, key=KEY[::-1], last=remember(world, first))
    assert first.cells == other_key.cells


def test_another_key_gives_other_numbers() -> None:
    world = cube({cell: 1 + i % 4 for i, cell in enumerate(LOWEST)})
    assert protect(world, key=KEY).cells != protect(world, key=KEY[::-1]).cells


def test_rounding_without_a_secret_key_is_refused() -> None:
    with pytest.raises(DisclosureError) as refusal:
        protect(cube({}), key=b"short")
    assert refusal.value.code == "no_key"
    assert refusal.value.field == "key"


def test_a_table_with_places_alone_is_rounded_too() -> None:
    places = Dimension("place", {"all": "", "a": "all", "b": "all"})
    release = protect(cube({("a",): 2, ("b",): 9}, (places,)), key=KEY)
    assert sums_hold(release)


def test_a_table_that_no_rounding_fits_is_refused() -> None:
    """The 2 x 2 x 2 shape of Causey, Cox and Ernst (1985) has no zero-restricted rounding."""
    flat = tuple(Dimension.flat(name, ("1", "2", "3")) for name in "abc")
    odd = {
        cell: 1 if sum(map(int, cell)) % 3 == 0 else 0
        for cell in [(a, b, c) for a in "123" for b in "123" for c in "123"]
    }
    try:
        assert sums_hold(protect(cube(odd, flat), key=KEY))
    except DisclosureError as refusal:
        assert refusal.code == "no_rounding"


def test_a_release_survives_the_way_to_json_and_back() -> None:
    release = protect(cube({LOWEST[0]: 7}), key=KEY)
    assert Release.from_dict(release.to_dict()).cells == release.cells
    assert len(DIMENSIONS) == len(release.dimensions)
