"""The pages of an employer who is told of somebody, and of talks with employers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cydwaith.commons.people import links
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role
from cydwaith.person.seeking import commands, queries
from cydwaith.person.seeking.models import EmployerContact
from cydwaith.place.opportunities.policy import KEEP
from cydwaith.web.fields import PARTS
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR, a_person, a_team

from .conftest import Offered
from .test_interest import tells

pytestmark = pytest.mark.django_db
TALK = {"employer": "Teg Bakery", "way": "in-person", "came_of": "visit", "as_wished": "yes"}


def text(answer: Any) -> str:
    return str(answer.content.decode())


def on(name: str, day: date) -> dict[str, Any]:
    return {f"{name}_{part}": getattr(day, part) for part in PARTS}


def by_link(role: UUID) -> str:
    return f"/opportunities/kept/{links.make(KEEP, role, 30)}/people/"


def told(employer: Actor, role: UUID) -> Any:
    return queries.introduced(employer, role).people


@pytest.fixture
def role(offered: Offered) -> UUID:
    return offered()


def test_an_employer_answers_by_link_and_the_person_reads_it(
    mair: Actor, mair_id: UUID, employer: Actor, role: UUID, client: Client, browser: Browser
) -> None:
    tells(mair, mair_id, role)
    page = by_link(role)
    assert "Mair" in text(client.get(page)) and "01632 960123" in text(client.get(page))
    to = str(told(employer, role)[0].id)
    assert "There is a problem" in text(client.post(page, {"to": to}))
    said = {"to": to, "answer": "visit", "words": "Tuesday at ten"}
    assert client.post(page, said).status_code == 302
    assert "Tuesday at ten" in text(browser(mair).get("/my/what-fits/"))


def test_words_of_an_employer_stay_where_the_answer_was_not_chosen(
    mair: Actor, mair_id: UUID, walks: Actor, employer: Actor, role: UUID, client: Client
) -> None:
    tells(mair, mair_id, role)
    other = a_person("Sian Example", "sian@home.example", phone="01632 960124")
    assert other.person_id
    tells(other, other.person_id, role, name="Sian")
    page, to = by_link(role), next(one.id for one in told(employer, role) if one.name == "Mair")
    soup = BeautifulSoup(client.post(page, {"to": to, "words": "Tuesday at ten"}).content, "html.parser")
    boxes = {box["id"]: box.get_text().strip() for box in soup.find_all("textarea")}
    assert boxes.pop(f"to-{to}-words") == "Tuesday at ten" and list(boxes.values()) == [""]
    (problem,) = soup.select(".govuk-error-summary a")
    assert soup.find(id=str(problem["href"]).lstrip("#")), "the link leads to the answer that is missing"
    assert "Your answer to Mair" in soup.get_text() and "Your answer to Sian" in soup.get_text()


@pytest.mark.parametrize("to", ["", "nobody", "0198c0de-0000-7000-8000-000000000000"])
def test_an_answer_to_nobody_is_not_taken(
    mair: Actor, mair_id: UUID, employer: Actor, role: UUID, client: Client, to: str
) -> None:
    tells(mair, mair_id, role)
    assert client.post(by_link(role), {"to": to, "answer": "visit"}).status_code == 404
    assert not told(employer, role)[0].answer


def test_what_was_taken_back_is_gone_from_an_open_page(
    mair: Actor, mair_id: UUID, employer: Actor, role: UUID, client: Client
) -> None:
    interest = tells(mair, mair_id, role)
    page, to = by_link(role), str(told(employer, role)[0].id)
    commands.withdraw(mair, person_id=mair_id, interest_id=interest)
    assert "Mair" not in text(client.get(page))
    assert client.post(page, {"to": to, "answer": "visit"}).status_code == 404


def test_only_the_employer_of_the_role_sees_who_is_interested(
    mair: Actor, mair_id: UUID, employer: Actor, role: UUID, client: Client, browser: Browser
) -> None:
    tells(mair, mair_id, role)
    page = f"/opportunities/{role}/people/"
    assert "Mair" in text(browser(employer).get(page))
    rival = a_team("rival", front_door=False, role=Role.EMPLOYER).coach
    answer = browser(rival).get(page)
    assert answer.status_code in (403, 404) and "Mair" not in text(answer)
    ended = by_link(role)
    with clock.at(clock.now() + timedelta(days=31)):
        assert client.get(ended).status_code == 410
    assert client.get("/opportunities/kept/nothing/people/").status_code == 404


def test_a_coach_writes_a_talk_for_one_person_and_one_for_nobody(
    mair: Actor, mair_id: UUID, walks: Actor, browser: Browser
) -> None:
    client, today = browser(walks), on("on", clock.today())
    page = f"/person/{mair_id}/employers/"
    for wrong in (
        {},
        TALK | {"way": "smoke"},
        TALK | today | {"as_wished": ""},
        TALK | today | {"employer": ""},
    ):
        assert "There is a problem" in text(client.post(page, wrong)), wrong
    assert client.post(page, TALK | today).status_code == 302
    assert client.post("/employers/", TALK | today | {"employer": "The quarry"}).status_code == 302
    rows = EmployerContact.objects.as_seen_by(OPERATOR).order_by("written_at", "id")
    assert [(row.employer, row.person_id) for row in rows] == [("Teg Bakery", mair_id), ("The quarry", None)]
    assert "Teg Bakery" in text(browser(mair).get(page)), "the person reads what was said for them"
    assert "The quarry" not in text(browser(mair).get(page))


@pytest.mark.parametrize("days", [1, 400, -40000])
def test_a_talk_with_an_employer_is_not_to_come_and_not_of_another_age(
    mair_id: UUID, walks: Actor, browser: Browser, days: int
) -> None:
    day = clock.today() + timedelta(days=days)
    answer = browser(walks).post(f"/person/{mair_id}/employers/", TALK | on("on", day))
    assert answer.status_code == 200 and "There is a problem" in text(answer) and "Teg Bakery" in text(answer)
    assert not EmployerContact.objects.as_seen_by(OPERATOR).exists()


def test_nobody_else_writes_talks_with_employers(
    mair: Actor, mair_id: UUID, employer: Actor, browser: Browser
) -> None:
    said = TALK | on("on", clock.today())
    for who in (mair, employer, a_team("far").coach):
        answer = browser(who).post(f"/person/{mair_id}/employers/", said)
        assert answer.status_code in (403, 404), who
    assert browser(employer).post("/employers/", said).status_code in (403, 404)
    assert not EmployerContact.objects.as_seen_by(OPERATOR).exists()
