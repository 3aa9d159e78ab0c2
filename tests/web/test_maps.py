"""Maps say the same to everyone, stand north up, and nothing in them can run."""

from __future__ import annotations

from math import hypot
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from cydwaith.web import maps
from cydwaith.web.maps import Area, Pin, ground, pins
from tests.web.rendering import render, soup

WEST, EAST, SOUTH, NORTH = -3.60, -3.40, 51.60, 51.70
LONGITUDES = st.floats(min_value=-8, max_value=1.7)
LATITUDES = st.floats(min_value=49.9, max_value=60.8)


def square(west: float, south: float, side: float = 0.05) -> list[tuple[float, float]]:
    east, north = west + side, south + side
    return [(west, south), (east, south), (east, north), (west, north), (west, south)]


BLAENTEG = Area("X01000001", "Blaenteg", [square(WEST, SOUTH)], "most deprived", 1, "/places/X01000001/")
PENTEG = Area("X01000002", "Penteg", [square(WEST + 0.05, SOUTH)], "middle", 0)
SHED = Pin(51.64, -3.57, 1, "Sied Dynion", "#shed")
BANDS = ("In the middle", "Among the most deprived")


def drawn(areas: list[Area], spots: list[Pin] | None = None, **words: object) -> BeautifulSoup:
    svg = str(maps.draw(areas, spots or [], title="Map", finding="One finding.", **words))
    assert "style=" not in svg
    assert "<script" not in svg
    return soup(svg)


def test_a_map_has_a_title_and_a_finding_for_whoever_cannot_see_it() -> None:
    svg = drawn([BLAENTEG], bands=BANDS)
    named = svg.svg["aria-labelledby"].split()
    assert [svg.find(id=key).text for key in named] == ["Map", "One finding."]


def test_a_map_with_links_is_a_group_so_that_a_screen_reader_finds_them() -> None:
    assert drawn([BLAENTEG], bands=BANDS).svg["role"] == "group"
    assert drawn([PENTEG], bands=BANDS).svg["role"] == "img"
    link = drawn([BLAENTEG], [SHED], bands=BANDS).select("a")
    assert [a["href"] for a in link] == ["/places/X01000001/", "#shed"]
    assert [a["aria-label"] for a in link] == ["Blaenteg: most deprived", "1. Sied Dynion"]


def test_bands_differ_by_pattern_and_the_key_names_those_that_are_shown() -> None:
    svg = drawn([BLAENTEG, PENTEG, Area("c", "No data", [square(WEST, SOUTH + 0.05)])], bands=BANDS)
    fills = [path.get("fill") for path in svg.select("path.web-map__area")]
    assert len(set(fills)) == 3
    words = [text.text for text in svg.select("text")]
    assert {*BANDS, "No figure"} <= set(words)
    assert "Among the most deprived" not in [t.text for t in drawn([PENTEG], bands=BANDS).select("text")]


def test_more_bands_than_can_be_told_apart_and_bands_without_words_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 5"):
        drawn([PENTEG], bands=("a", "b", "c", "d", "e", "f"))
    with pytest.raises(ValueError, match="words"):
        drawn([BLAENTEG])
    with pytest.raises(ValueError, match="at least one"):
        drawn([])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(LATITUDES, LONGITUDES), min_size=1, max_size=12))
def test_every_pin_stands_inside_the_map(places: list[tuple[float, float]]) -> None:
    spots = [Pin(lat, lon, i + 1, f"Place {i}") for i, (lat, lon) in enumerate(places)]
    shown = drawn([], spots).select("circle.web-map__pin")
    height = ground.ground_for([], spots).height
    assert len(shown) == len(spots)
    assert all(0 < float(c["cx"]) < 420 and 0 < float(c["cy"]) < height for c in shown)


@settings(deadline=None)
@given(LATITUDES, LONGITUDES, st.floats(0.001, 1), st.floats(0.001, 1))
def test_north_is_up_and_east_is_right(latitude: float, longitude: float, north: float, east: float) -> None:
    whole = ground.ground_for(
        [], [Pin(latitude, longitude, 1, "a"), Pin(latitude + north, longitude + east, 2, "b")]
    )
    (x1, y1), (x2, y2) = whole.at(longitude, latitude), whole.at(longitude + east, latitude + north)
    assert x2 > x1
    assert y2 < y1


def test_pins_at_one_door_are_moved_apart_with_lines_to_where_they_are() -> None:
    spots = [Pin(51.64, -3.57, n, f"Group {n}") for n in range(1, 7)]
    svg = drawn([BLAENTEG], spots, bands=BANDS)
    at = [(float(c["cx"]), float(c["cy"])) for c in svg.select("circle.web-map__pin")]
    nearest = min(hypot(a[0] - b[0], a[1] - b[1]) for i, a in enumerate(at) for b in at[:i])
    assert nearest >= 2 * pins.RADIUS
    assert len(svg.select("line.web-map__lead")) >= 5


def test_a_mile_on_the_scale_is_a_mile_on_the_ground() -> None:
    whole = ground.ground_for([BLAENTEG], [])
    (_, top), (_, bottom) = whole.at(WEST, SOUTH + 0.05), whole.at(WEST, SOUTH)
    degree = 111_258  # metres of one degree of latitude at 51.6 north, on the ellipsoid
    assert whole.true_metres() * (bottom - top) == pytest.approx(0.05 * degree, rel=0.005)


def test_an_outline_is_thinned_without_losing_its_shape() -> None:
    fine = [(WEST + 0.0001 * i, SOUTH) for i in range(1000)]
    ring = [*fine, (WEST + 0.1, SOUTH + 0.05), (WEST, SOUTH + 0.05)]
    whole = ground.ground_for([Area("a", "A", [ring])], [])
    (kept,) = ground.outline(Area("a", "A", [ring]), whole)
    assert len(kept) < 12
    exact = ground.size([whole.at(*point) for point in ring])
    assert ground.size(kept) == pytest.approx(exact, rel=0.01)


def test_the_map_speaks_welsh() -> None:
    with translation.override("cy"):
        words = [text.text for text in drawn([BLAENTEG], bands=BANDS).select("text")]
    assert "G" in words


def test_tiles_lie_beneath_only_where_a_template_is_given_and_are_credited(settings: Any) -> None:
    settings.CYDWAITH_TILES_CREDIT = "© Somebody"
    assert not drawn([BLAENTEG], bands=BANDS).select("image")
    svg = drawn([BLAENTEG], bands=BANDS, tiles="https://tiles.example/{z}/{x}/{y}.png")
    images = svg.select("image")
    assert 2 <= len(images) <= 24
    assert all(i["href"].startswith("https://tiles.example/1") for i in images)
    assert "© Somebody" in [text.text for text in svg.select("text")]
    assert min(float(i["x"]) for i in images) <= 0
    assert max(float(i["x"]) + float(i["width"]) for i in images) >= 420


def test_words_of_a_feed_cannot_break_out_of_the_map() -> None:
    bad = Pin(51.6, -3.5, 1, '"><script>alert(1)</script>', 'javascript:"x')
    assert "<script" not in str(maps.draw([], [bad], title="<b>", finding="&"))


def test_a_map_goes_into_a_figure() -> None:
    picture = maps.draw([BLAENTEG], [SHED], bands=BANDS, title="Map", finding="Finding.")
    page = soup(render('<c-figure title="Map" finding="Finding." :svg="m.svg" />', m=picture))
    assert page.select_one("figure svg a path")


def test_a_name_gives_way_to_a_pin() -> None:
    middle = Pin(SOUTH + 0.025, WEST + 0.025, 1, "In the middle")
    words = [text.text for text in drawn([BLAENTEG, PENTEG], [middle], bands=BANDS).select("text")]
    assert "Blaenteg" not in words
    assert "Penteg" in words


def test_the_place_that_the_page_is_about_fills_most_of_the_map() -> None:
    far = Area("far", "Far away", [square(-5.2, 50.1)], href="/far/")
    here = Area("here", "Here", [square(WEST, SOUTH)], here=True)
    svg = drawn([here, Area("next", "Next door", [square(WEST + 0.05, SOUTH)]), far])
    assert [title.text for title in svg.select("g title")] == ["Next door", "Here"]
    assert svg.select_one("svg.web-map__inside path.web-map__area--here")


def test_what_lies_behind_the_pins_does_not_widen_the_map() -> None:
    wide = Area("c", "Council", [square(WEST - 1, SOUTH - 1, 2)], behind=True)
    assert ground.ground_for([wide], [SHED]) == ground.ground_for([], [SHED])
    south, west, north, east = maps.extent([SHED])
    assert south < SHED.latitude < north
    assert west < SHED.longitude < east
    assert drawn([wide], [SHED]).select("path.web-map__area--blank")
