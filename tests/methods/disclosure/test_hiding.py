"""Rules that hide: the published examples, and nothing to be worked out beside the hidden."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from cydwaith.methods.disclosure import Cube, Dimension, DisclosureError, audit, policy, protect

from .tables import cube, worlds

PLACES = Dimension("place", {"England": "", **{f"p{i}": "England" for i in range(20)}})


def shown(rule: str, count: int, place: str = "p1") -> str:
    return protect(cube({("p1",): count}, (PLACES,)), rule).shown((place,))


@pytest.mark.parametrize(
    ("count", "printed"), [(0, "0"), (1, "*"), (7, "*"), (8, "10"), (12, "10"), (13, "15"), (17, "15")]
)
def test_hospital_figures_hide_one_to_seven_and_round_the_rest(count: int, printed: str) -> None:
    assert shown("nhs-hes", count) == printed


def test_national_hospital_figures_are_exact() -> None:
    assert shown("nhs-hes", 7, "England") == "7"
    assert shown("nhs-hes", 12, "England") == "12"


@pytest.mark.parametrize(
    ("count", "printed"), [(0, "*"), (9, "*"), (10, "10"), (12, "10"), (13, "15"), (98, "100")]
)
def test_the_ten_five_rule(count: int, printed: str) -> None:
    assert shown("ons-10-5", count) == printed


@settings(deadline=None, max_examples=25)
@given(worlds)
def test_stars_cannot_be_worked_out_or_the_table_is_refused(world: Cube) -> None:
    try:
        release = protect(world, "star-under-5")
    except DisclosureError as refusal:
        assert refusal.code == "cannot_hide"
        return
    assert audit([release]).passed
    assert all(release.cells[cell] is None for cell in world.cells() if 1 <= world.count(cell) <= 4)
    assert all(release.cells[cell] in (None, world.count(cell)) for cell in world.cells())


def test_an_unknown_rule_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(DisclosureError, match="controlled-5") as refusal:
        policy("hide-nothing")
    assert refusal.value.field == "policy"
