"""One person taken out, and the same table asked for again."""

from __future__ import annotations

from functools import partial
from itertools import count

import pytest

from cydwaith.methods.disclosure import (
    Cube,
    Dimension,
    DisclosureError,
    Release,
    person_test,
    protect,
    remember,
    repeat_test,
)

from .tables import DIMENSIONS, KEY, LOWEST, cube

WORLD = cube({cell: 3 + i for i, cell in enumerate(LOWEST)})
ROUNDED = partial(protect, key=KEY)


def bare(world: Cube) -> Release:
    numbers = dict(zip(world.cells(), world.counts.ravel().tolist(), strict=True))
    return Release("bare", "withheld", world.dimensions, numbers)


def test_one_person_shows_in_every_number_of_a_table_that_is_not_protected() -> None:
    (found,) = person_test(WORLD, bare, [LOWEST[0]])
    assert found.touched == len(found.changed) == len(found.visible) == 3 * 2 * 2
    assert LOWEST[0] in found.visible
    assert ("valley", "all", "both") in found.visible


def test_one_person_never_shows_as_one_in_a_rounded_table() -> None:
    last = partial(protect, key=KEY, last=remember(WORLD, ROUNDED(WORLD)))
    found = person_test(WORLD, last)
    assert [one.cell for one in found] == [cell for cell in WORLD.cells() if cell in LOWEST]
    for one in found:
        assert not one.visible
        assert one.touched == 12
        assert len(one.changed) < len(DIMENSIONS) * one.touched


def test_under_stars_one_person_shows_in_every_number_that_is_printed() -> None:
    places = (Dimension.flat("place", ("a", "b"), "all"),)
    world = cube({("a",): 20, ("b",): 30}, places)
    (found,) = person_test(world, partial(protect, policy="star-under-5"), [("a",)])
    assert found.to_dict() == {
        "cell": ["a"],
        "touched": 2,
        "changed": [["all"], ["a"]],
        "visible": [["all"], ["a"]],
    }


def test_nobody_is_taken_out_of_an_empty_cell_or_a_margin() -> None:
    for cell in (("n1", "debt", "both"), LOWEST[0]):
        with pytest.raises(DisclosureError, match="Nobody") as refusal:
            person_test(cube({}), ROUNDED, [cell])
        assert (refusal.value.code, refusal.value.field) == ("no_person", "people")
        assert " / ".join(cell) in refusal.value.note.words.en


def test_fifty_releases_of_the_same_counts_are_identical() -> None:
    assert repeat_test(WORLD, ROUNDED) == 0


def test_a_key_that_changes_is_found_out() -> None:
    number = count()

    def restless(world: Cube) -> Release:
        return protect(world, key=KEY + bytes([next(number)]))

    assert repeat_test(WORLD, restless, times=5) > 0
