"""The directory as anybody meets it."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cydwaith.kernel import clock
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


def test_a_page_of_results_takes_as_many_queries_for_twenty_as_for_two(
    client: Client, take_in: TakeIn
) -> None:
    counts = []
    for number in (2, 20):
        take_in(*(entry(f"Choir {n}", service_at_locations=at(51.6, -3.4, str(n))) for n in range(number)))
        with CaptureQueriesContext(connection) as ran:
            page(client, "/support/?words=choir")
        counts.append(len(ran))
    assert counts[0] == counts[1] <= 12


def test_what_is_typed_stands_in_no_address_and_is_found_again(client: Client, choir: Service) -> None:
    sent = client.post("/support/", {"words": "choir", "near": "", "only": ["free"]})
    assert sent["Location"] == "/support/?again=1"
    soup = page(client, sent["Location"])
    assert soup.select_one("input[name=words]")["value"] == "choir"
    assert soup.select_one("input[value=free]").has_attr("checked")
    assert soup.select_one("#results")


def test_whom_a_search_is_for_is_carried_by_id(client: Client) -> None:
    goal = "0190a0a0-0000-7000-8000-000000000001"
    sent = client.post("/support/", {"words": "choir", "goal": goal})
    assert sent["Location"] == f"/support/?again=1&goal={goal}"


def test_a_search_is_forgotten_after_half_an_hour(client: Client) -> None:
    client.post("/support/", {"words": "choir"})
    with clock.at(clock.now() + timedelta(minutes=31)):
        soup = page(client, "/support/?again=1")
    assert not soup.select_one("input[name=words]").get("value")
