"""Invented places are made by commands, and never in place of real ones."""

import pytest

from cydwaith.commons.places import queries
from cydwaith.commons.places.commands import add_place, add_postcodes
from cydwaith.commons.places.reports import NewPlace, NewPostcode
from cydwaith.kernel.actor import Actor, anonymous
from cydwaith.kernel.errors import Invalid, Refused

pytestmark = pytest.mark.django_db

COUNCIL = NewPlace("X06000001", "Cwm Teg", "Cwm Teg", latitude=51.7, longitude=-3.4)
PONT = NewPlace(
    "X01000001",
    "Bridge End",
    "Pen-y-bont",
    within=("X06000001", "X11000001"),
    latitude=51.71,
    longitude=-3.41,
)
BOARD = NewPlace("X11000001", "Cwm Teg Health Board", "Bwrdd Iechyd Cwm Teg")


@pytest.fixture
def valley(keeper: Actor) -> None:
    for place in (BOARD, COUNCIL, PONT):
        add_place(keeper, place=place)
    new = [NewPostcode(f"ZZ1 {n}AA", 51.7 + n / 100, -3.4, "X01000001", "X06000001") for n in (1, 2, 3)]
    assert add_postcodes(keeper, postcodes=new) == 3


@pytest.mark.usefixtures("valley")
def test_an_invented_postcode_gives_its_invented_places() -> None:
    place = queries.locate("zz11aa")
    assert place and place.neighbourhood and place.council and place.board
    assert place.neighbourhood.called("cy") == "Pen-y-bont"
    assert (place.council.name, place.board.name) == ("Cwm Teg", "Cwm Teg Health Board")
    assert (place.latitude, place.longitude, place.nation) == (51.71, -3.4, "Wales")


@pytest.mark.usefixtures("valley")
def test_the_first_half_of_an_invented_postcode_is_in_their_middle() -> None:
    place = queries.locate("ZZ1")
    assert place and place.council and place.council.code == "X06000001"
    assert abs(place.latitude - 51.72) < 1e-6
    assert queries.locate("ZZ1 9ZZ") is not None
    assert queries.locate("ZZ2") is None


def test_codes_may_begin_as_the_invented_postcodes_do(keeper: Actor) -> None:
    add_place(keeper, place=NewPlace("ZZL001", "Cwm Teg Council", within=("ZZB001",)))
    add_place(
        keeper, place=NewPlace("ZZN001", "Tegbridge", within=("ZZL001",), latitude=52.3, longitude=-3.6)
    )
    place = queries.locate("zzn001")
    assert place and place.council and place.board
    assert (place.label, place.council.name, place.board.code) == ("Tegbridge", "Cwm Teg Council", "ZZB001")


@pytest.mark.usefixtures("valley")
def test_a_valley_can_be_made_again_and_changed(keeper: Actor) -> None:
    add_place(keeper, place=NewPlace("X01000001", "Bridge Top", "Pen-y-bont", within=("X06000001",)))
    assert [ref.name for ref in queries.neighbourhoods("X06000001")] == ["Bridge Top"]
    moved = NewPostcode("ZZ1 1AA", 51.9, -3.4, "X01000001")
    add_postcodes(keeper, postcodes=[moved])
    place = queries.locate("ZZ1 1AA")
    assert place and place.latitude == 51.9


@pytest.mark.parametrize("code", ["W01001952", "X01", "X99000001", "ZZQ1", ""])
def test_a_real_or_odd_code_is_refused(keeper: Actor, code: str) -> None:
    with pytest.raises(Invalid, match="X01000001"):
        add_place(keeper, place=NewPlace(code, "Somewhere"))


def test_an_odd_postcode_is_refused_and_nothing_lands(keeper: Actor) -> None:
    good = NewPostcode("ZZ1 1AA", 51.9, -3.4, "X01000001")
    with pytest.raises(Invalid, match="ZZ1 1AA"):
        add_postcodes(keeper, postcodes=[good, NewPostcode("nonsense", 51.9, -3.4, "X01000001")])
    assert not queries.postcodes_loaded()


def test_a_visitor_makes_no_places() -> None:
    with pytest.raises(Refused):
        add_place(anonymous(), place=COUNCIL)
