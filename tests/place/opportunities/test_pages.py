"""The pages of what is offered: offering, checking, keeping right, by signing in and by link."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from cydwaith.commons.people import links
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, anonymous
from cydwaith.place.opportunities import commands, queries
from cydwaith.place.opportunities.models import Opportunity
from cydwaith.place.opportunities.policy import KEEP
from cydwaith.place.opportunities.rules.posting import Posting
from cydwaith.place.opportunities.rules.vocabulary import Status
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR, a_team

from .conftest import CAFE, Offered


def typed(posting: Posting = CAFE, **differs: Any) -> dict[str, Any]:
    """A posting, as the boxes of its form send it."""
    said = {one.name: getattr(posting, one.name) for one in fields(posting)}
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}
    return {name: value for name, value in plain.items() if value not in (None, "", [], False)} | differs


def text(answer: Any) -> str:
    return str(answer.content.decode())


def waiting(by: Actor, **differs: Any) -> UUID:
    return commands.offer(by, posting=CAFE, **differs)


def kept_link(opportunity_id: UUID, days: int = 90) -> str:
    return f"/opportunities/kept/{links.make(KEEP, opportunity_id, days)}/"


def state(opportunity_id: UUID) -> str:
    return str(Opportunity.objects.as_seen_by(OPERATOR).get(id=opportunity_id).status)


def test_whoever_offers_hears_that_somebody_looks_and_not_that_they_may_not(
    employer: Actor, coach: Actor, browser: Browser
) -> None:
    page = text(browser(employer).get(f"/opportunities/{waiting(employer)}/keep/"))
    assert "Somebody looks at it first. You hear from us." in page
    page = text(browser(coach).get(f"/opportunities/{waiting(coach)}/keep/"))
    assert "Somebody else looks at it, because you typed it." in page


@pytest.mark.parametrize("said", ["two", "1", "2.5", "1000000000000"])
def test_hours_that_cannot_be_read_are_told_with_how_to_write_them(
    employer: Actor, browser: Browser, said: str
) -> None:
    page = text(browser(employer).post("/opportunities/offer/", typed(hours_from=said)))
    assert "Give whole hours a week, from 2 to 48." in page


def test_an_employer_offers_and_a_steward_lets_it_through(
    employer: Actor, steward: Actor, browser: Browser, client: Client
) -> None:
    answer = browser(employer).post("/opportunities/offer/", typed(), follow=True)
    assert CAFE.title in text(answer)
    [line] = queries.waiting(steward)
    page = f"/opportunities/{line.id}/keep/"
    checker = browser(steward)
    assert CAFE.title in text(checker.get("/opportunities/check/"))
    seen = text(checker.get(page)).split('name="seen" value="')[1].split('"')[0]
    assert "Everybody sees it now." in text(checker.post(page, {"through": "1", "seen": seen}, follow=True))
    assert CAFE.title in text(client.get("/opportunities/"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"hours_from": "1"},
        {"hours_from": "lots"},
        {"hours_from": "9"},
        {"hours_from": "168", "hours_to": "500"},
        {"postcode": "not a postcode"},
        {"kind": "slavery"},
        {"days": ["9"]},
        {"until_day": "31", "until_month": "2", "until_year": "2027"},
        {"until_day": "1", "until_month": "1", "until_year": "1999"},
        {"title": "x" * 121},
    ],
    ids=lambda one: str(one)[:60],
)
def test_what_cannot_stand_is_said_and_the_rest_stays_typed(
    employer: Actor, browser: Browser, wrong: dict[str, Any]
) -> None:
    answer = browser(employer).post("/opportunities/offer/", typed(**wrong))
    assert answer.status_code == 200 and "There is a problem" in text(answer)
    assert CAFE.day_like in text(answer)
    assert not Opportunity.objects.as_seen_by(OPERATOR).exists()


def test_anybody_offers_with_an_address_and_a_program_is_thanked_and_forgotten(client: Client) -> None:
    assert "There is a problem" in text(client.post("/opportunities/offer/", typed()))
    email = {"email": "cor@cwmteg.example"}
    caught = client.post("/opportunities/offer/", typed(again="x", **email), follow=True)
    assert "Thank you" in text(caught) and not Opportunity.objects.as_seen_by(OPERATOR).exists()
    assert client.post("/opportunities/offer/", typed(**email)).status_code == 302
    assert Opportunity.objects.as_seen_by(OPERATOR).get().status == Status.WAITING


def test_by_link_it_is_paused_opened_and_closed(offered: Offered, client: Client) -> None:
    found = offered()
    page = kept_link(found)
    for move, state_now in (("paused", Status.PAUSED), ("open", Status.OPEN), ("closed", Status.CLOSED)):
        assert client.post(page, {"move": move}).status_code == 302
        assert state(found) == state_now
    assert "That cannot be done from where it is now." in text(
        client.post(page, {"move": "open"}, follow=True)
    )


@pytest.mark.parametrize("pressed", [{}, {"move": "refused"}, {"move": "waiting"}, {"move": "'"}], ids=str)
def test_a_button_that_is_not_on_the_page_does_nothing(
    offered: Offered, client: Client, pressed: dict[str, str]
) -> None:
    found = offered()
    answer = client.post(kept_link(found), pressed, follow=True)
    assert "Press one of the buttons on the page." in text(answer) and state(found) == Status.OPEN


def test_by_link_nobody_lets_through_or_refuses(employer: Actor, client: Client) -> None:
    found = waiting(employer)
    for pressed in ({"through": "1", "seen": ""}, {"refuse": "1", "reason": "Mine alone"}):
        assert client.post(kept_link(found), pressed).status_code in (403, 404)
        assert state(found) == Status.WAITING


def test_a_refusal_needs_a_reason(employer: Actor, steward: Actor, browser: Browser) -> None:
    found = waiting(employer)
    page, checker = f"/opportunities/{found}/keep/", browser(steward)
    assert "There is a problem" in text(checker.post(page, {"refuse": "1", "reason": " "}))
    assert state(found) == Status.WAITING
    checker.post(page, {"refuse": "1", "reason": "No pay is named."})
    assert state(found) == Status.REFUSED
    assert "No pay is named." in text(browser(employer).get(page))


def test_another_version_by_link_waits_while_everybody_reads_the_old_one(
    offered: Offered, client: Client
) -> None:
    found = offered()
    page = f"{kept_link(found)}change/"
    assert CAFE.title in text(client.get(page))
    assert "There is a problem" in text(client.post(page, typed(title="")))
    answer = client.post(page, typed(title="Helping in the shop"), follow=True)
    assert "Somebody looks at it first" in text(answer)
    assert CAFE.title in text(client.get(f"/opportunities/{found}/"))


def test_a_checker_changes_at_once(
    offered: Offered, steward: Actor, browser: Browser, client: Client
) -> None:
    found = offered()
    browser(steward).post(f"/opportunities/{found}/change/", typed(title="Helping in the shop"))
    assert "Helping in the shop" in text(client.get(f"/opportunities/{found}/"))


def test_a_link_that_has_ended_or_never_was_is_said_kindly(offered: Offered, client: Client) -> None:
    page = kept_link(offered(), days=1)
    with clock.at(clock.now() + timedelta(days=2)):
        assert client.get(page).status_code == 410 and client.get(f"{page}change/").status_code == 410
    for wrong in (page[:-3] + "/", "/opportunities/kept/nothing/"):
        assert client.get(wrong).status_code == 404 and client.get(f"{wrong}change/").status_code == 404


def test_nobody_else_keeps_or_checks_it(offered: Offered, employer: Actor, browser: Browser) -> None:
    found = offered()
    other = browser(a_team("rival", front_door=False, role=Role.EMPLOYER).coach)
    for page in (f"/opportunities/{found}/keep/", f"/opportunities/{found}/change/"):
        assert other.get(page).status_code in (403, 404), page
        assert other.post(page, {"move": "closed"} | typed()).status_code in (403, 404), page
    assert other.get("/opportunities/check/").status_code in (403, 404)
    assert browser(employer).get(f"/opportunities/{uuid4()}/keep/").status_code == 404
    assert CAFE.title not in text(other.get("/opportunities/mine/"))
    assert [line.title for line in queries.opportunities(anonymous())] == [CAFE.title]
