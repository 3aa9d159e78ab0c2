"""A postcode gives a neighbourhood, a council and a board, in whatever order the files came."""

from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from django.utils import translation

from cydwaith.commons.places import queries
from cydwaith.commons.places.commands import import_places
from cydwaith.commons.places.queries import Located
from cydwaith.kernel.actor import Actor

from . import samples

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(tmp_path: Path, keeper: Actor) -> None:
    for name in ("wards.csv.gz", "icb.csv.gz", "lhb.csv", "points.csv.gz", "compact.csv.gz"):
        import_places(keeper, samples.write(tmp_path, name, samples.ALL[name][0]))


def found(text: str) -> Located:
    place = queries.locate(text)
    assert place is not None
    return place


def codes(place: Located) -> tuple[str | None, str | None, str | None]:
    return tuple(ref and ref.code for ref in (place.neighbourhood, place.council, place.board))  # type: ignore[return-value]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("postcode", "expected", "nation"),
    [
        ("CF10 1EP", ("W01001952", "W06000015", "W11000029"), "Wales"),
        ("BS1 4DJ", ("E01033908", "E06000023", "E54000039"), "England"),
        ("HR3 5AA", ("W01000446", "W06000023", "W11000024"), "Wales"),
        ("LD7 1NB", ("E01029003", "E06000051", "E54000011"), "England"),
        ("SY10 9AA", ("E01028922", "E06000051", "E54000011"), "England"),
    ],
)
def test_a_postcode_gives_its_places_on_either_side_of_the_border(
    postcode: str, expected: tuple[str, str, str], nation: str
) -> None:
    place = found(postcode)
    assert codes(place) == expected
    assert (place.precision, place.nation, place.note) == ("postcode", nation, "")


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("text", ["cf10 1ep", "CF101EP", "  Cf10  1eP ", "cf10\u00a01ep"])
def test_spacing_and_case_do_not_matter(text: str) -> None:
    place = found(text)
    assert place.label == "CF10 1EP"
    assert abs(place.latitude - 51.4758) < 0.0005
    assert abs(place.longitude + 3.1792) < 0.0005
    assert place.board and place.board.name == "Cardiff and Vale University Health Board"
    assert place.council and place.council.called("cy") == "Caerdydd"
    assert place.ward and place.ward.name == "Cathays"


@pytest.mark.parametrize("order", list(permutations(("compact.csv.gz", "wards.csv.gz", "icb.csv.gz"))))
def test_look_ups_may_come_before_or_after_the_postcodes(
    tmp_path: Path, keeper: Actor, order: tuple[str, ...]
) -> None:
    for name in order:
        import_places(keeper, samples.write(tmp_path, name, samples.ALL[name][0]))
    assert codes(found("BS1 4DJ")) == ("E01033908", "E06000023", "E54000039")


@pytest.mark.parametrize("shape", ["squares.geojson.gz", "points.csv.gz"])
@pytest.mark.parametrize("before", [True, False])
def test_raw_code_point_takes_the_neighbourhood_that_holds_it_or_is_nearest(
    tmp_path: Path, keeper: Actor, shape: str, before: bool
) -> None:
    paths = [samples.codepoint_zip(tmp_path), samples.write(tmp_path, shape, samples.ALL[shape][0])]
    for path in reversed(paths) if before else paths:
        import_places(keeper, path)
    assert codes(found("CF10 1EP")) == ("W01001952", "W06000015", "W11000029")


def test_a_point_in_the_gap_between_two_boundaries_goes_to_the_nearer(tmp_path: Path, keeper: Actor) -> None:
    import_places(keeper, samples.write(tmp_path, "squares.geojson", samples.CARDIFF_SQUARES))
    west, east = queries.near(51.47, -3.16998), queries.near(51.47, -3.16992)
    assert west and west.neighbourhood and west.neighbourhood.code == "W01001952"
    assert east and east.neighbourhood and east.neighbourhood.code == "W01002019"
    assert queries.near(10.0, 10.0) is None


def test_without_any_import_the_first_half_is_found_with_its_council_and_board() -> None:
    place = found("cf10")
    assert (place.label, place.precision) == ("CF10", "outward")
    assert codes(place) == (None, "W06000015", "W11000029")
    whole = found("CF10 1EP")
    assert (whole.label, whole.precision) == ("CF10", "outward")
    assert "middle of CF10" in whole.note
    assert not queries.postcodes_loaded()


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("text", ["cf10 1ep", "SY10 9AA", "CF10 9ZZ", "nonsense", ""])
def test_the_point_alone_is_the_point_of_the_place(text: str) -> None:
    place = queries.locate(text)
    assert queries.point_of(text) == (place and (place.latitude, place.longitude))


def test_without_any_import_a_council_is_found_by_either_name_or_code() -> None:
    assert found("Cardiff").latitude == found("caerdydd").latitude == found("W06000015").latitude
    assert found("Cardiff").precision == "place"


@pytest.mark.parametrize(
    "text", ["", " ", "nonsense", "ZZ99 9ZZ", "QQ1", "x" * 5000, "1 OR 1=1", "W99999999", "%"]
)
def test_other_texts_are_nowhere(text: str) -> None:
    assert queries.locate(text) is None


@pytest.mark.usefixtures("loaded")
def test_a_place_is_found_by_name_and_a_shared_name_is_not_guessed(tmp_path: Path, keeper: Actor) -> None:
    assert found("powys 015d").neighbourhood == queries.PlaceRef("W01000446", "Powys 015D")
    assert codes(found("Cathays")) == (None, "W06000015", "W11000029")
    wards = "wd24cd,wd24nm,lad24cd,lad24nm\nE05000001,Abbey,E06000051,S\nE05000002,Abbey,E06000023,B\n"
    import_places(keeper, samples.write(tmp_path, "two.csv", wards))
    assert queries.locate("Abbey") is None


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_ended_postcode_is_found_with_a_note(tmp_path: Path, keeper: Actor, language: str) -> None:
    import_places(keeper, samples.write(tmp_path, "nspl.csv", samples.nspl()))
    with translation.override(language):
        place = found("CF10 1EP")
    assert "05/2011" in place.note
    assert place.precision == "postcode"


def test_a_2011_neighbourhood_becomes_the_one_that_followed_it(tmp_path: Path, keeper: Actor) -> None:
    import_places(keeper, samples.write(tmp_path, "nspl.csv", samples.nspl()))
    import_places(keeper, samples.write(tmp_path, "changes.csv", samples.CHANGES))
    assert found("CF10 1EP").neighbourhood == queries.PlaceRef("W01002019", "Cardiff 032H")


def test_the_newest_neighbourhood_column_of_onspd_is_used(tmp_path: Path, keeper: Actor) -> None:
    import_places(keeper, samples.write(tmp_path, "onspd.csv", samples.onspd()))
    assert codes(found("CF10 1EP")) == ("W01001952", "W06000015", "W11000029")


@pytest.mark.usefixtures("loaded")
def test_a_board_is_shared_by_all_of_a_council_or_not_named() -> None:
    place = queries.place("E06000051")
    assert place and place.board and place.board.code == "E54000011"
    assert found("E06000051").board == place.board


@pytest.mark.usefixtures("loaded")
def test_neighbourhoods_can_be_chosen_by_council() -> None:
    assert [ref.name for ref in queries.neighbourhoods("W06000015")] == ["Cardiff 032H", "Cardiff 049F"]
    assert len(queries.neighbourhoods()) == 6
    assert queries.neighbourhoods("W06000001") == []
    names = [ref.name for ref in queries.councils("Wales")]
    assert len(names) == 22
    assert names[2] == "Caerphilly"


@pytest.mark.usefixtures("loaded")
def test_places_are_named_in_the_language_of_who_asks(keeper: Actor) -> None:
    codes = {"W06000015", "W01001952", "W06999999", ""}
    english = {"W06000015": "Cardiff", "W01001952": "Cardiff 049F", "W06999999": "W06999999"}
    assert queries.names(keeper, codes) == english
    assert queries.names(replace(keeper, language="cy"), codes) == {**english, "W06000015": "Caerdydd"}


@pytest.mark.usefixtures("loaded")
def test_finding_a_postcode_takes_few_queries(django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        found("LD7 1NB")


def test_the_setting_of_a_neighbourhood_is_kept(tmp_path: Path, keeper: Actor) -> None:
    import_places(keeper, samples.write(tmp_path, "points.csv", samples.POINTS))
    import_places(keeper, samples.write(tmp_path, "rural.csv", samples.RURAL))
    place = queries.place("W01000446")
    assert place and place.setting == "Smaller rural: Further from a major town or city"
    assert place.name == "Powys 015D"
    assert queries.place("W01999998") is None
    shipped = queries.place("W11000029")
    assert shipped and shipped.board and shipped.board.name_cy.startswith("Bwrdd Iechyd")
