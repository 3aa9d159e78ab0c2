"""The pages of a coach with one person: an attempt, a talk, a page of one's own, the next step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from cydwaith.commons.circle import commands as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.journey import commands, queries
from cydwaith.web.fields import PARTS
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR, Team, a_person, a_team, lets_in

pytestmark = pytest.mark.django_db
TALK = {"way": "phone", "about": "The bus to the choir", "next_step_by": "their_words"}


@pytest.fixture
def mair() -> Actor:
    return a_person("Mair Example", "mair@home.example")


@pytest.fixture
def team(mair: Actor) -> Team:
    found = a_team()
    lets_in(mair, found, Scope.CONTACT | Scope.REFERRALS | Scope.PLAN)
    return found


def on(name: str, day: date) -> dict[str, Any]:
    return {f"{name}_{part}": getattr(day, part) for part in PARTS}


def page(mair: Actor, name: str) -> str:
    return f"/person/{mair.person_id}/{name}/"


def text(answer: Any) -> str:
    return str(answer.content.decode())


def talks(team: Team, mair: Actor) -> Any:
    assert mair.person_id
    return queries.talks(team.coach, mair.person_id)


def test_an_attempt_is_noted_or_said_to_be_incomplete(mair: Actor, team: Team, browser: Browser) -> None:
    client = browser(team.coach)
    for wrong in ({}, {"way": "phone"}, {"way": "pigeon", "outcome": "no_answer"}):
        assert "There is a problem" in text(client.post(page(mair, "attempt"), wrong))
    assert client.post(page(mair, "attempt"), {"way": "phone", "outcome": "no_answer"}).status_code == 302
    assert len(queries.attempts(mair, mair.person_id)) == 1  # type: ignore[arg-type]


def test_a_talk_and_the_day_of_the_next_one_are_written_down(
    mair: Actor, team: Team, browser: Browser
) -> None:
    later = clock.today() + timedelta(days=7)
    assert browser(team.coach).post(page(mair, "talk"), TALK | on("next_talk_on", later)).status_code == 302
    (row,) = talks(team, mair)
    assert "bus to the choir" in row.about
    assert "The bus to the choir" in text(browser(mair).get(page(mair, "story")))


@pytest.mark.parametrize("name", ["on", "next_talk_on"])
@pytest.mark.parametrize("years", [-30, 30])
def test_a_talk_on_a_day_that_cannot_be_is_refused_and_its_words_stay(
    mair: Actor, team: Team, browser: Browser, name: str, years: int
) -> None:
    day = clock.today() + timedelta(days=365 * years)
    answer = browser(team.coach).post(page(mair, "talk"), TALK | on(name, day))
    assert answer.status_code == 200 and "There is a problem" in text(answer)
    assert "The bus to the choir" in text(answer) and not talks(team, mair)


def test_a_page_of_ones_own_needs_an_address_that_has_none(team: Team, browser: Browser) -> None:
    owen = circle.register_person(OPERATOR, name="Owen Example")
    part = {"purpose": "to plan together", "scopes": Scope.CONTACT | Scope.REFERRALS, "how": "front door"}
    circle.let_in(OPERATOR, person_id=owen, organisation_id=team.organisation_id, **part)
    client, address = browser(team.coach), f"/person/{owen}/own-page/"
    for wrong in ("", "not an address", "mair@home.example", "MAIR@home.example"):
        assert "There is a problem" in text(client.post(address, {"email": wrong})), wrong
    assert client.post(address, {"email": "owen@home.example"}).status_code == 302


def test_the_person_writes_the_next_step_themselves(mair: Actor, team: Team, browser: Browser) -> None:
    assert mair.person_id
    talk: UUID = commands.write_talk(team.coach, person_id=mair.person_id, way="phone")
    client, address = browser(mair), f"/my/next-step/{talk}/"
    for wrong in ({}, {"next_step": ""}, {"next_step": "  "}):
        assert "There is a problem" in text(client.post(address, wrong))
    assert client.post(address, {"next_step": "Ring Dai"}).status_code == 302
    (row,) = talks(team, mair)
    assert (row.next_step, row.next_step_by) == ("Ring Dai", "The person wrote it")
    for nobody in (browser(team.coach), browser(a_person("Owen Example"))):
        assert nobody.post(address, {"next_step": "Mine"}).status_code == 404
    assert client.get(f"/my/next-step/{uuid4()}/").status_code == 404


def test_without_being_let_in_no_page_of_a_person_opens(mair: Actor, browser: Browser) -> None:
    stranger = browser(a_team("far").coach)
    for name in ("attempt", "talk", "own-page", "details", "story"):
        assert stranger.get(page(mair, name)).status_code in (403, 404), name
        assert stranger.post(page(mair, name), TALK).status_code in (403, 404), name
