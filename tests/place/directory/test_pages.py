"""The directory as anybody meets it."""

import json
from datetime import timedelta

import pytest
import shapely
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cydwaith.commons.places.models import Place
from cydwaith.commons.places.rules import Level
from cydwaith.kernel import clock
from cydwaith.kernel.actor import anonymous
from cydwaith.place.directory import queries
from cydwaith.place.directory.models import Service

from .conftest import TakeIn, at, entry

pytestmark = pytest.mark.django_db


def page(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == status, answer.content[:500]
    return BeautifulSoup(answer.content, "html.parser")


def text(soup: BeautifulSoup) -> str:
    return " ".join(soup.main.get_text(" ").split())


@pytest.fixture
def choir(take_in: TakeIn) -> Service:
    take_in(
        entry(
            "Community choir",
            description="<p>Sing with us.</p><p>No need to read music.</p>",
            translations={"cy": {"name": "Côr Cymunedol"}},
            phones=[{"id": "p", "number": "01632 960 001"}],
            schedules=[{"id": "s", "byday": "TU", "opens_at": "19:00", "closes_at": "20:30"}],
            service_at_locations=at(51.6, -3.4, name="Welfare Hall"),
            assured_date="2026-05-25",
            url="https://choir.example",
        )
    )
    return Service.objects.get()


def test_anybody_may_search_and_every_input_has_a_label(client: Client, choir: Service) -> None:
    soup = page(client, "/support/")
    labels = {label["for"] for label in soup.find_all("label")}
    inputs = [i for i in soup.main.find_all("input") if i.get("type") != "hidden"]
    assert {i["id"] for i in inputs} <= labels
    assert len(soup.find_all("h1")) == 1
    assert "There is 1 service" in text(soup)


def test_results_say_how_many_when_what_and_how_fresh(client: Client, choir: Service) -> None:
    said = text(page(client, "/support/?words=choir"))
    for words in (
        "1 result",
        "Community choir",
        "Tuesdays, 7pm to 8:30pm",
        "Welfare Hall",
        "Checked 3 weeks ago",
    ):
        assert words in said


def test_what_is_not_there_is_said_plainly(client: Client, choir: Service) -> None:
    said = text(page(client, "/support/?words=xyzzyq"))
    assert "0 results" in said
    assert "We found nothing for this." in said


def test_an_unknown_place_is_an_error_beside_its_field(client: Client, choir: Service) -> None:
    soup = page(client, "/support/?words=choir&near=Nowhere-at-all")
    assert soup.select_one(".govuk-error-summary")
    assert "Community choir" in text(soup)


def test_words_that_are_too_long_are_refused_kindly(client: Client, choir: Service) -> None:
    assert page(client, "/support/?words=" + "x" * 300).select_one(".govuk-error-summary")


@pytest.mark.parametrize("odd", ["page=x", "page=-1", "page=999999999", "goal=x", "only=nothing", "near=%00"])
def test_no_address_breaks_it(client: Client, choir: Service, odd: str) -> None:
    page(client, f"/support/?words=choir&{odd}")


def test_the_service_page_has_everything(client: Client, choir: Service) -> None:
    soup = page(client, f"/support/{choir.id}/")
    assert soup.h1.get_text() == "Community choir"
    assert soup.find("a", href="tel:01632960001")
    assert soup.find("a", href="https://choir.example")
    said = text(soup)
    for words in (
        "Sing with us.",
        "Tuesdays, 7pm to 8:30pm",
        "Welfare Hall",
        "Checked 3 weeks ago (25 May 2026)",
    ):
        assert words in said


def test_in_welsh_the_name_is_welsh_and_english_is_marked(client: Client, choir: Service) -> None:
    soup = page(client, f"/cy/support/{choir.id}/")
    assert soup.html["lang"] == "cy"
    assert soup.h1.get_text() == "Côr Cymunedol"
    assert soup.find("p", lang="en").get_text() == "Sing with us."


def test_an_unknown_service_is_not_found(client: Client, db: None) -> None:
    page(client, "/support/0192f1a0-0000-7000-8000-000000000000/", 404)


def test_a_goal_is_carried_through_and_nothing_else_is(client: Client, choir: Service) -> None:
    goal = "0192f1a0-0000-7000-8000-000000000001"
    soup = page(client, f"/support/?words=choir&goal={goal}&other=1")
    link = soup.select_one(".directory-result a")["href"]
    assert link.endswith(f"?goal={goal}")
    assert soup.find("input", {"name": "goal"})["value"] == goal
    assert not soup.find("input", {"name": "other"})


def test_nothing_from_a_feed_is_taken_for_markup(client: Client, take_in: TakeIn) -> None:
    attack = '"><script>alert(1)</script>'
    take_in(
        entry(f"Choir {attack}", description=json.dumps(attack), url=f"javascript:{attack}", alert=attack)
    )
    key = Service.objects.get().id
    for address in ("/support/?words=choir", f"/support/{key}/"):
        soup = page(client, address)
        assert not [s for s in soup.find_all("script") if "alert" in s.get_text()]
        assert not soup.find("a", href=lambda h: h and "javascript" in h)


def test_a_page_of_results_takes_as_many_queries_for_many_as_for_two(client: Client, take_in: TakeIn) -> None:
    counts = []
    for number in (2, 20):
        take_in(*(entry(f"Choir {n}", service_at_locations=at(51.6, -3.4, str(n))) for n in range(number)))
        with CaptureQueriesContext(connection) as ran:
            page(client, "/support/?words=choir")
        counts.append(len(ran))
    assert counts[0] == counts[1] <= 12


def send(client: Client, **said: object) -> str:
    """Where a choice on the page leads."""
    answer = client.post("/support/", said)
    assert answer.status_code == 302, answer.content[:300]
    return str(answer["Location"])


RESULTS = "/support/?again=1#results"
DEBTS = {"words": "I cannot pay my debts", "near": ""}


@pytest.fixture
def help_with_debt(take_in: TakeIn) -> None:
    take_in(
        entry(
            "Debt advice centre", service_at_locations=at(51.6, -3.4), phones=[{"id": "p", "number": "0163"}]
        ),
        entry("Money workshop", description="We talk about debt.", service_at_locations=at(51.61, -3.4, "y")),
        entry("Rowing club", service_at_locations=at(51.6, -3.4, "z")),
    )


def test_what_is_typed_stands_in_no_address_and_is_found_again(client: Client, choir: Service) -> None:
    to = send(client, words="choir", near="", only=["accepting"], everything="1")
    assert to == RESULTS
    soup = page(client, to)
    assert soup.select_one("input[name=words]")["value"] == "choir"
    assert soup.select_one("input[value=accepting]").has_attr("checked")
    assert soup.select_one("#results")


def test_whom_a_search_is_for_is_carried_by_id(client: Client) -> None:
    goal = "0190a0a0-0000-7000-8000-000000000001"
    assert send(client, words="choir", goal=goal, everything="1") == f"/support/?again=1&goal={goal}#results"


def test_a_search_is_forgotten_after_half_an_hour(client: Client) -> None:
    send(client, words="choir", everything="1")
    with clock.at(clock.now() + timedelta(minutes=31)):
        soup = page(client, "/support/?again=1")
    assert not soup.select_one("input[name=words]").get("value")


def test_words_are_recognised_and_the_person_is_asked(client: Client, help_with_debt: None) -> None:
    to = send(client, **DEBTS)
    assert to == "/support/sounds-like/"
    soup = page(client, to)
    assert "It sounds like:" in text(soup)
    keys = [button["value"] for button in soup.select("button[name=need]")]
    assert "debt" in keys
    assert soup.select_one("button[name=everything]")


def test_the_chosen_need_leads_to_what_fits_it_and_says_why(client: Client, help_with_debt: None) -> None:
    send(client, **DEBTS)
    to = send(client, **DEBTS, need="debt")
    assert to == RESULTS
    soup = page(client, to)
    names = [link.get_text() for link in soup.select(".directory-result a")]
    assert names == ["Debt advice centre", "Money workshop"]
    assert "Its name has “Debt" in text(soup)


def test_several_needs_may_be_chosen_and_taken_away(client: Client, help_with_debt: None) -> None:
    send(client, **DEBTS, need="debt")
    soup = page(client, send(client, **DEBTS, add="benefits"))
    assert [button["value"] for button in soup.select("button[name=drop]")] == ["debt", "benefits"]
    soup = page(client, send(client, **DEBTS, drop="debt"))
    assert [button["value"] for button in soup.select("button[name=drop]")] == ["benefits"]


def test_choosing_a_filter_keeps_words_need_and_place(client: Client, help_with_debt: None) -> None:
    send(client, **DEBTS, need="debt")
    soup = page(client, send(client, **DEBTS, filter="1", access=["1"]))
    assert soup.select_one("button[name=drop]")["value"] == "debt"
    assert soup.select_one("input[name=words]")["value"] == DEBTS["words"]
    assert "We found nothing for this." in text(soup)
    assert soup.select_one("details#filters").has_attr("open")


def test_where_nothing_is_recognised_the_words_are_looked_for_and_that_is_said(
    client: Client, help_with_debt: None
) -> None:
    to = send(client, words="qxlab zzqx", near="")
    assert to == RESULTS
    said = text(page(client, to))
    assert "We did not recognise a need in these words" in said


def test_something_else_is_chosen_from_the_whole_list(client: Client) -> None:
    soup = page(client, "/support/needs/")
    assert len(soup.select("button[name=need]")) >= 55
    assert len(soup.find_all("h2")) >= 8


def test_a_need_that_nobody_knows_changes_nothing(client: Client, help_with_debt: None) -> None:
    soup = page(client, send(client, **DEBTS, need="nothing-like-it"))
    assert not soup.select("button[name=drop]")


@pytest.mark.parametrize("again", ["/support/sounds-like/", "/support/?again=1"])
def test_words_of_crisis_bring_help_first_and_abuse_a_way_out(client: Client, again: str) -> None:
    to = send(client, words="my husband hits me", near="")
    assert to == "/support/sounds-like/"
    soup = page(client, again)
    first = soup.main.find(["h1", "h2"])
    assert first.get_text() == "If you need help now"
    assert soup.find("a", href="tel:999") and soup.find("a", href="tel:08088010800")
    assert soup.select_one(".govuk-exit-this-page")


def test_an_urgent_need_shows_help_without_words(client: Client) -> None:
    soup = page(client, send(client, words="", near="", need="suicide-crisis"))
    assert soup.find("a", href="tel:116123")
    assert soup.find("a", href="sms:85258?&body=SHOUT")


def test_a_map_has_the_numbers_of_the_list(client: Client, help_with_debt: None) -> None:
    soup = page(client, "/support/?words=debt&view=map")
    shown = [number.get_text() for number in soup.select(".directory-number")]
    assert shown == ["1", "2"]
    assert [pin["aria-label"].split(".")[0] for pin in soup.select("svg a")] == shown


def test_a_map_shows_the_neighbourhoods_that_the_pins_stand_in_by_one_query(
    client: Client, help_with_debt: None
) -> None:
    with CaptureQueriesContext(connection) as listed:
        page(client, "/support/?words=debt")
    load_a_place_around(51.6, -3.4)
    with CaptureQueriesContext(connection) as mapped:
        soup = page(client, "/support/?words=debt&view=map")
    assert "Penteg" in [title.get_text() for title in soup.select("svg g title")]
    assert len(mapped) == len(listed) + 1


def test_the_page_to_print_has_telephones_and_links_to_ones_own_programs(
    client: Client, help_with_debt: None
) -> None:
    soup = page(client, "/support/?words=debt&view=print")
    assert "0163" in text(soup)
    assert soup.select_one("a[href^='sms:?&body=Debt%20advice%20centre']")
    assert soup.select_one("a[href^='mailto:?subject=']")


def test_on_a_welsh_page_an_english_word_is_marked(client: Client, help_with_debt: None) -> None:
    client.post("/cy/support/", {**DEBTS, "need": "debt"})
    soup = page(client, "/cy/support/?again=1")
    assert soup.select_one(".directory-why span[lang=en]")


def test_nothing_close_is_said_and_counted_once_for_a_neighbourhood(
    client: Client, help_with_debt: None
) -> None:
    load_a_place_far_away()
    asked = {"words": "", "near": "W99000001"}
    soup = page(client, send(client, **asked, need="debt"))
    assert "There is nothing close. These are the nearest." in text(soup)
    for again in ("/support/?again=1", "/support/?again=1&page=2"):
        page(client, again)
    send(client, **asked, filter="1", only=["free"])
    found = [(gap.need_key, gap.place_code, gap.count) for gap in queries.gaps(anonymous())]
    assert found == [("debt", "W99000001", 1)]


def load_a_place_around(latitude: float, longitude: float) -> None:
    """A neighbourhood of some three kilometres with an outline."""
    west, south, east, north = longitude - 0.02, latitude - 0.015, longitude + 0.02, latitude + 0.015
    Place.objects.create(
        code="W99000002",
        level=Level.NEIGHBOURHOOD,
        name="Penteg",
        boundary=shapely.box(west, south, east, north).wkb,
        south_e6=round(south * 1e6),
        west_e6=round(west * 1e6),
        north_e6=round(north * 1e6),
        east_e6=round(east * 1e6),
    )


def load_a_place_far_away() -> None:
    """A neighbourhood in the far north."""
    Place.objects.create(
        code="W99000001",
        level=Level.NEIGHBOURHOOD,
        name="Far away",
        latitude_e6=57_000_000,
        longitude_e6=-4_000_000,
    )
