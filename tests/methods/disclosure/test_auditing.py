"""The attacker finds what can be found: known ranges, differences between releases, bad rules."""

from __future__ import annotations

import json
from functools import cache
from math import inf
from typing import Any

import pytest
from hypothesis import given, settings

from cydwaith.methods.disclosure import Cube, Dimension, DisclosureError, Release, audit, protect, ranges
from tests.methods.real import DATA

from .tables import DIMENSIONS, KEY, LOWEST, cube, worlds


@cache
def cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((DATA / "sdc_audit" / "cases.json").read_text())
    return found


def release_of(case: dict[str, Any]) -> Release:
    parents = {str(i): "" if parent < 0 else str(parent) for i, parent in enumerate(case["place_parent"])}
    flat = [Dimension.flat(name.lower(), tuple(map(str, range(case[name]))), "T") for name in ("A", "B")]
    cells = {(str(c["place"]), str(c["a"]), str(c["b"])): c["published"] for c in case["cells"]}
    return Release(case["id"], "withheld", (Dimension("place", parents), *flat), cells)


@pytest.mark.parametrize("number", range(20))
def test_the_known_ranges_are_found(number: int) -> None:
    case = cases()[number]
    found = ranges([release_of(case)])
    for cell in case["cells"]:
        if cell["published"] is None:
            low, high = found[(str(cell["place"]), str(cell["a"]), str(cell["b"]))]
            assert low == pytest.approx(cell["min"], abs=1e-6)
            assert high == (inf if cell["max"] is None else pytest.approx(cell["max"], abs=1e-6))


def test_cells_that_are_only_hidden_are_reported_with_the_numbers_that_give_them_away() -> None:
    places = Dimension("place", {"all": "", "a": "all", "b": "all"})
    release = Release("careless", "withheld", (places,), {("all",): 12, ("a",): None, ("b",): 9})
    (finding,) = audit([release], "withheld").exact
    assert (finding.cell, finding.low, finding.high) == (("a",), 3, 3)
    assert set(finding.witness) == {("all",), ("b",)}
    assert finding.to_dict()["code"] == "exact"


@settings(deadline=None, max_examples=25)
@given(worlds)
def test_two_releases_attacked_together_are_no_wider_than_each_alone(world: Cube) -> None:
    first, second = (protect(world, key=key) for key in (KEY, KEY[::-1]))
    alone, together = ranges([first], "controlled-5"), ranges([first, second], "controlled-5")
    for cell, (low, high) in together.items():
        assert low >= alone[cell][0] - 1e-6
        assert high <= alone[cell][1] + 1e-6
        assert low - 1e-6 <= world.count(cell) <= high + 1e-6


def test_the_truth_published_as_rounded_is_a_contradiction() -> None:
    world = cube(dict.fromkeys(LOWEST, 9))
    cells = dict.fromkeys(world.cells(), 5) | {("valley", "all", "both"): 500}
    with pytest.raises(DisclosureError) as refusal:
        audit([Release("wrong", "controlled-5", DIMENSIONS, cells)])
    assert refusal.value.code == "contradiction"


def test_releases_of_other_tables_and_none_at_all_are_refused() -> None:
    other = Release("other", "controlled-5", DIMENSIONS[:1], {("valley",): 5})
    with pytest.raises(DisclosureError, match="dimensions"):
        audit([protect(cube({}), key=KEY), other])
    with pytest.raises(DisclosureError, match="at least one"):
        audit([])


def test_an_audit_is_plain_values_for_json() -> None:
    plain = audit([protect(cube({LOWEST[0]: 3}), key=KEY)]).to_dict()
    assert json.loads(json.dumps(plain))["passed"] is True
