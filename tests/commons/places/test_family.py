"""What lies in what, the outlines of places, and shapes for invented ones."""

from __future__ import annotations

import sys

import pytest

from cydwaith.commons.places import commands, queries
from cydwaith.commons.places.models import Deprivation, Succession
from cydwaith.commons.places.reports import NewPlace
from cydwaith.kernel.actor import Actor, anonymous, system
from cydwaith.kernel.errors import Invalid, Refused

pytestmark = pytest.mark.django_db

NATION, BOARD, COUNCIL = "X92000001", "X11000001", "X06000001"
HOODS = {f"X0100000{n}": (52.3 + 0.01 * (n % 2), -3.7 - 0.02 * n) for n in range(1, 6)}


@pytest.fixture
def keeper() -> Actor:
    return system("a test of places")


@pytest.fixture
def valley(keeper: Actor) -> None:
    add = commands.add_place
    add(keeper, place=NewPlace(NATION, "Nation"))
    add(keeper, place=NewPlace(BOARD, "Board", within=(NATION,)))
    add(keeper, place=NewPlace(COUNCIL, "Council", within=(BOARD, NATION)))
    for code, point in HOODS.items():
        within = (COUNCIL, BOARD, NATION)
        add(
            keeper,
            place=NewPlace(code, f"Hood {code[-1]}", within=within, latitude=point[0], longitude=point[1]),
        )


@pytest.mark.usefixtures("valley")
def test_a_place_knows_its_parents_and_its_children() -> None:
    assert [ref.code for ref in queries.parents("X01000001")] == [NATION, BOARD, COUNCIL]
    assert [ref.code for ref in queries.children(COUNCIL)] == list(HOODS)
    assert [ref.code for ref in queries.children(BOARD)] == [COUNCIL]
    assert [ref.code for ref in queries.children(NATION)] == [BOARD]
    assert queries.children("X01000001") == []
    assert NATION in [ref.code for ref in queries.nations()]


def test_what_comes_with_cydwaith_has_a_family_before_anything_is_imported() -> None:
    cardiff = "W06000015"
    assert next(ref.name for ref in queries.parents(cardiff)) == "Wales"
    (board,) = [ref.code for ref in queries.parents(cardiff)][1:]
    assert cardiff in [ref.code for ref in queries.children(board)]
    assert board in [ref.code for ref in queries.children("W92000004")]


@pytest.mark.usefixtures("valley")
def test_an_invented_council_is_drawn_so_that_each_neighbourhood_holds_its_point(keeper: Actor) -> None:
    assert commands.draw_invented(keeper, council=COUNCIL) == len(HOODS) + 3
    drawn = queries.outlines([*HOODS, COUNCIL, "W06000015"])
    assert set(drawn) == {*HOODS, COUNCIL}
    for code, (latitude, longitude) in HOODS.items():
        easts, norths = zip(*drawn[code][0], strict=True)
        assert min(easts) < longitude < max(easts)
        assert min(norths) < latitude < max(norths)
        found = queries.near(latitude, longitude)
        assert found is not None
        assert found.neighbourhood is not None
        assert found.neighbourhood.code == code


@pytest.mark.usefixtures("valley")
def test_a_real_place_and_one_without_points_are_not_drawn(keeper: Actor) -> None:
    with pytest.raises(Invalid, match="real"):
        commands.draw_invented(keeper, council="W06000015")
    with pytest.raises(Invalid, match="three"):
        commands.draw_invented(keeper, council="X06000002")
    with pytest.raises(Refused):
        commands.draw_invented(anonymous("en"), council=COUNCIL)


def test_many_deprivation_figures_at_once_are_those_of_each_by_itself() -> None:
    for place, decile in (("W01000001", 1), ("W01000002", 4), ("W01000003", 9)):
        Deprivation.objects.create(
            place=place, index="wimd2019", decile=decile, rank=decile * 100, domains="{}"
        )
    for old in ("W01000002", "W01000003"):
        Succession.objects.create(old=old, new="W01009999", change="M")
    Succession.objects.create(old="W01000002", new="W01009998", change="S")
    codes = ["W01000001", "W01009999", "W01009998", "W01000404"]
    assert queries.deprivations(codes) == {code: ref for code in codes if (ref := queries.deprivation(code))}
    assert len(queries.deprivations(codes)) == 3


@pytest.mark.usefixtures("valley")
def test_what_lies_in_a_box_is_cut_off_at_its_edge(keeper: Actor) -> None:
    commands.draw_invented(keeper, council=COUNCIL)
    south, west, north, east = 52.295, -3.77, 52.32, -3.735
    found = queries.outlines_within(queries.Box(south, west, north, east))
    assert {ref.code for ref, _ in found} < set(HOODS)
    points = [point for _, rings in found for ring in rings for point in ring]
    assert all(west <= x <= east and south <= y <= north for x, y in points)
    assert queries.outlines_within(queries.Box(10, 10, 11, 11)) == []


@pytest.mark.usefixtures("valley")
def test_where_neighbourhoods_are_too_many_councils_are_drawn(
    keeper: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands.draw_invented(keeper, council=COUNCIL)
    monkeypatch.setattr(sys.modules[queries.outlines.__module__], "MOST_SEEN", 3)
    found = queries.outlines_within(queries.Box(52, -4, 53, -3))
    assert [ref.code for ref, _ in found] == [COUNCIL]
