"""Rules that hide: the published examples, and nothing to be worked out beside the hidden."""

from __future__ import annotations

import json
from dataclasses import replace
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.methods.disclosure import Cube, Dimension, DisclosureError, Release, audit, policy, protect

from .tables import cube, worlds

PLACES = Dimension("place", {"England": "", **{f"p{i}": "England" for i in range(20)}})


COMPANY = {(f"p{i}",): 40 + i for i in range(2, 20)}


def shown(rule: str, count: int) -> str:
    """As it is printed among larger places, where nothing further has to be hidden."""
    release = protect(cube(COMPANY | {("p0",): 60, ("p1",): count}, (PLACES,)), rule)
    assert release.star is None
    return release.shown(("p1",))


@pytest.mark.parametrize(
    ("count", "printed"), [(0, "0"), (1, "*"), (7, "*"), (8, "10"), (12, "10"), (13, "15"), (17, "15")]
)
def test_hospital_figures_hide_one_to_seven_and_round_the_rest(count: int, printed: str) -> None:
    assert shown("nhs-hes", count) == printed


def test_national_hospital_figures_are_exact() -> None:
    for count in (7, 12, 813):
        release = protect(cube({("p1",): count}, (PLACES,)), "nhs-hes")
        assert release.shown(("England",)) == str(count)


def test_a_star_beside_one_rounded_number_and_an_exact_total_takes_the_other_with_it() -> None:
    """19 less 8 to 12 is 7 to 11, and a star is 1 to 7: it would be 7."""
    places = Dimension.flat("place", ("a", "b"), "England")
    release = protect(cube({("a",): 7, ("b",): 12}, (places,)), "nhs-hes")
    assert dict(release.cells) == {("England",): 19, ("a",): None, ("b",): None}
    assert release.star == (1, inf)
    assert audit([release]).passed
    alone = replace(release, cells={**release.cells, ("b",): 10}, star=None)
    assert [(one.cell, one.low, one.high) for one in audit([alone]).exact] == [(("a",), 7, 7)]


def test_noughts_are_hidden_only_where_nothing_else_is_left() -> None:
    places = Dimension.flat("place", ("a", "b", "c"), "England")
    release = protect(cube({("a",): 6}, (places,)), "nhs-hes")
    assert release.cells[("England",)] == 6
    assert release.cells[("a",)] is None
    assert [release.cells[(one,)] for one in "bc"].count(None) == 1
    assert release.star == (0, inf)
    assert audit([release]).passed


@pytest.mark.parametrize("count", [1, 2])
def test_an_exact_national_number_of_one_or_two_is_refused_for_no_star_can_cover_it(count: int) -> None:
    with pytest.raises(DisclosureError) as refusal:
        protect(cube({("p1",): count}, (PLACES,)), "nhs-hes")
    assert "England" in refusal.value.note.words.en
    assert refusal.value.code == "exact_nation"


@settings(deadline=None, max_examples=15)
@given(worlds, st.sampled_from(["nhs-hes", "ons-10-5"]))
def test_rounded_and_hidden_tables_stand_up_to_the_attacker_or_are_refused(world: Cube, rule: str) -> None:
    try:
        release = protect(world, rule)
    except DisclosureError as refusal:
        assert refusal.code in ("cannot_hide", "exact_nation")
        return
    assert audit([release]).passed
    for cell, value in release.cells.items():
        national = rule == "nhs-hes" and cell[0] == "valley"
        count = world.count(cell)
        assert value == count if national else value is None or abs(value - count) <= 2
        if not national and policy(rule).hide_from <= count <= policy(rule).hide_to:
            assert value is None


def test_what_a_star_may_stand_for_goes_with_the_table() -> None:
    places = Dimension.flat("place", ("a", "b"), "England")
    release = protect(cube({("a",): 7, ("b",): 12}, (places,)), "nhs-hes")
    plain = json.loads(json.dumps(release.to_dict(), allow_nan=False))
    assert plain["star"] == [1, None]
    assert Release.from_dict(plain) == release
    assert Release.from_dict(plain | {"star": [1, 7]}).star == (1, 7)
    assert Release.from_dict({key: plain[key] for key in plain if key != "star"}).star is None


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
