"""A review that is left and gone on with: where one was, with nothing lost, and nothing done twice."""

from typing import Any
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.midlife import commands, queries
from cydwaith.person.midlife.rules import Action, Moment, Pillar, years_later
from cydwaith.web.fields import PARTS
from tests.support.browsing import Browser
from tests.support.worlds import a_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def mair() -> Actor:
    return a_person("Mair Example", "mair@home.example")


@pytest.fixture
def mair_id(mair: Actor) -> UUID:
    assert mair.person_id
    return mair.person_id


def page(client: Client, address: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(address, follow=True).content, "html.parser")


def part(mair_id: UUID, review: UUID, which: str) -> str:
    return reverse("midlife:part", args=[mair_id, review, which])


def link(soup: BeautifulSoup, words: str) -> str:
    return str(next(a["href"] for a in soup.find_all("a") if words in a.get_text()))


def test_whoever_comes_back_goes_on_where_they_were(mair: Actor, mair_id: UUID, browser: Browser) -> None:
    review = commands.begin(mair, person_id=mair_id, moment=Moment.HEALTH_CHECK)
    client, home = browser(mair), reverse("midlife:mine")
    for done, after in ((Pillar.WORK, "health"), (Pillar.HEALTH, "money")):
        commands.answer(mair, person_id=mair_id, review_id=review, pillar=done, values={})
        assert link(page(client, home), "Go on where you were") == part(mair_id, review, after)
    commands.answer(mair, person_id=mair_id, review_id=review, pillar=Pillar.MONEY, values={"money": "fine"})
    assert link(page(client, home), "Go on where you were").endswith("/choose/")


def test_back_from_a_part_leads_to_the_one_before(mair: Actor, mair_id: UUID, browser: Browser) -> None:
    review = commands.begin(mair, person_id=mair_id, moment=Moment.HEALTH_CHECK)
    client = browser(mair)
    assert link(page(client, part(mair_id, review, "health")), "Back") == part(mair_id, review, "work")
    assert link(page(client, part(mair_id, review, "work")), "Back") == reverse(
        "midlife:person", args=[mair_id]
    )


def test_answers_from_a_second_tab_are_not_written_over(mair: Actor, mair_id: UUID, browser: Browser) -> None:
    review = commands.begin(mair, person_id=mair_id, moment=Moment.HEALTH_CHECK)
    client, address = browser(mair), part(mair_id, review, "work")
    seen = page(client, address).find("input", {"name": "seen"})["value"]
    said = {"now": "From the other tab"}
    commands.answer(mair, person_id=mair_id, review_id=review, pillar=Pillar.WORK, values=said)
    answer = client.post(address, {"now": "From this tab", "seen": seen})
    soup = BeautifulSoup(answer.content, "html.parser")
    words = soup.main.get_text(" ", strip=True) if soup.main else ""
    assert "Somebody changed this" in words and "From the other tab" in words and "From this tab" in words
    assert queries.review(mair, mair_id, review).parts[0].values == said
    client.post(address, {"now": "Both", "seen": soup.find("input", {"name": "seen"})["value"]})
    assert queries.review(mair, mair_id, review).parts[0].values == {"now": "Both"}


def test_the_back_button_after_the_end_leads_to_what_was_chosen(
    mair: Actor, mair_id: UUID, browser: Browser
) -> None:
    review = commands.begin(mair, person_id=mair_id, moment=Moment.HEALTH_CHECK)
    commands.finish(
        mair,
        person_id=mair_id,
        review_id=review,
        actions=[Action("Walk with Ann")],
        next_on=years_later(clock.today(), 1),
    )
    client, end = browser(mair), reverse("midlife:review", args=[mair_id, review])
    for address in (part(mair_id, review, "work"), reverse("midlife:choose", args=[mair_id, review])):
        assert client.get(address)["Location"] == end


def test_a_day_that_has_passed_is_said_beside_its_own_field(
    mair: Actor, mair_id: UUID, browser: Browser
) -> None:
    review = commands.begin(mair, person_id=mair_id, moment=Moment.HEALTH_CHECK)

    def on(name: str, years: int) -> dict[str, Any]:
        day = years_later(clock.today(), years)
        return {f"{name}_{each}": getattr(day, each) for each in PARTS}

    chosen = {"first": "Walk", "second": "Swim", "goal": "new", **on("second_due", -1), **on("next_on", 1)}
    answer = browser(mair).post(reverse("midlife:choose", args=[mair_id, review]), chosen)
    soup = BeautifulSoup(answer.content, "html.parser")
    [error] = soup.select(".govuk-error-message")
    assert "Choose today or a later day." in error.get_text() and "second_due" in str(error["id"])
    assert queries.review(mair, mair_id, review).done_at is None
