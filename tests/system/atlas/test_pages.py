"""The page of a place: five parts, public, shareable, the same as open data."""

from __future__ import annotations

import csv
import io

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cydwaith.commons.places import commands as places
from cydwaith.commons.places.reports import NewPlace
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.models import Service
from cydwaith.system.atlas import commands

from .valley import BOARD, COUNCIL, HOOD, HOODS, NATION

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]


def opened(client: Client, path: str) -> BeautifulSoup:
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content.decode(), "html.parser")


@pytest.fixture
def published(counted: Service, deprived: None, keeper: Actor) -> Service:
    commands.publish_figures(keeper)
    return counted


def test_a_neighbourhood_shows_its_five_parts_and_where_it_lies(client: Client, published: Service) -> None:
    page = opened(client, f"/places/{HOOD}/")
    for part in ("need", "assets", "flow", "gaps", "voice"):
        assert page.find(id=part)
    above = [link["href"] for link in page.select(".govuk-breadcrumbs__link")]
    assert above == ["/places/", *(f"/places/{code}/" for code in (NATION, BOARD, COUNCIL))]
    words = page.get_text(" ")
    assert "most deprived tenth of Wales" in words
    assert "Choir" in words
    assert "rounded to a multiple of 5" in words
    assert page.select_one(f"svg a[href$='/support/{published.id}/']")


def test_a_council_links_to_every_neighbourhood_on_the_map_and_in_the_list(
    client: Client, published: Service
) -> None:
    page = opened(client, f"/places/{COUNCIL}/")
    for links in (page.select("svg a"), page.select("main ul a")):
        assert {f"/places/{code}/" for code in HOODS} <= {link["href"] for link in links}
    assert "1 of 5 neighbourhoods is among the most deprived tenth" in page.get_text(" ")


def test_the_welsh_page_is_welsh(client: Client, published: Service) -> None:
    page = opened(client, f"/cy/places/{HOOD}/")
    words = page.select_one("main").get_text(" ")  # type: ignore[union-attr]
    assert "Bro 1" in words
    assert "Côr" in words
    assert "talgrynnu" in words
    assert "rounded" not in words


def test_a_place_with_nothing_loaded_says_so_and_still_works(client: Client, keeper: Actor) -> None:
    places.add_place(keeper, place=NewPlace("X06000009", "Bare Council"))
    page = opened(client, "/places/X06000009/")
    words = page.get_text(" ")
    assert "boundaries have not been loaded" in words
    assert "No deprivation figures are loaded" in words
    assert "No figures on gaps have been published" in words
    assert opened(client, "/places/W92000004/").h1.text == "Wales"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "path", ["/places/E00000000/", "/places/X05000001/", "/places/not-a-place/", "/places/W0/gaps/"]
)
def test_a_place_that_nobody_knows_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("code", [HOOD, COUNCIL, BOARD, NATION])
def test_the_open_data_says_exactly_what_the_page_says(client: Client, published: Service, code: str) -> None:
    shown = opened(client, f"/places/{code}/")
    words = " ".join(shown.get_text(" ").split()) + opened(client, f"/places/{code}/gaps/").get_text(" ")
    answer = client.get(f"/places/{code}/figures.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    told = client.get(f"/places/{code}/figures.json").json()
    assert [row["what"] for row in rows] == [one["what"] for one in told["figures"]]
    assert all(row["value"] in words for row in rows if row["part"] in ("assets", "flow", "gaps"))
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert told["place"] == code


def test_the_gaps_page_has_the_months_and_the_needs(client: Client, published: Service) -> None:
    page = opened(client, f"/places/{COUNCIL}/gaps/")
    assert len(page.select("thead th")) == 13
    assert "Oct" in page.select("thead th")[-1].text
    assert page.select_one("svg")


def test_a_place_is_found_by_its_name_and_the_words_stand_in_no_address(
    client: Client, published: Service
) -> None:
    answer = client.post("/places/", {"words": "Cardiff"})
    assert answer["Location"] == "/places/W06000015/"
    for words in ("", "nowhere at all"):
        again = client.post("/places/", {"words": words})
        assert again.status_code == 200
        assert b"govuk-error-summary" in again.content


def test_the_page_asks_few_questions_whatever_the_number_of_places(
    client: Client, published: Service, django_assert_max_num_queries: object
) -> None:
    client.get(f"/places/{COUNCIL}/")
    with django_assert_max_num_queries(30):  # type: ignore[operator]
        client.get(f"/places/{COUNCIL}/")
