"""The one screen: what was typed stays, what is wrong is named, and nobody else comes in."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cydwaith.kernel import ids
from cydwaith.kernel.actor import Actor, Role
from cydwaith.person.clinic import queries
from cydwaith.person.referrals.queries import my_requests
from tests.support.browsing import signed_in
from tests.support.worlds import Team, somebody_at

pytestmark = pytest.mark.django_db

PLAIN = {"reference": "K-17", "status": "off-sick", "line": "My back", "choice": "not_now", "language": "en"}
REFER = PLAIN | {"choice": "refer", "name": "Mair Example", "phone": "01632 960001", "they_agree": "on"}


def send(client: Client, answers: dict[str, str], path: str = "/clinic/ask/") -> Any:
    return client.post(path, answers | {"send_key": str(ids.new_id())}, follow=True)


def summary(page: Any) -> str:
    found = BeautifulSoup(page.content, "html.parser").select_one(".govuk-error-summary")
    return found.get_text(" ", strip=True) if found else ""


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_every_page_opens_with_one_heading(doctor: Actor, prefix: str) -> None:
    client = signed_in(doctor)
    known = send(client, PLAIN).redirect_chain[-1][0]
    for path in ("/clinic/ask/", "/clinic/asked/", "/clinic/practice/", "/clinic/learning/", known):
        page = client.get(prefix + path)
        assert page.status_code == 200, path
        assert len(BeautifulSoup(page.content, "html.parser").select("h1")) == 1, path


def test_a_clinicians_day_begins_with_the_question(doctor: Actor) -> None:
    assert signed_in(doctor).get("/")["Location"] == "/clinic/ask/"


def test_a_referral_says_what_happens_next(doctor: Actor) -> None:
    page = send(signed_in(doctor), REFER)
    assert "You will hear what comes of it" in page.content.decode()
    assert len(my_requests(doctor)) == 1


@pytest.mark.parametrize(
    ("without", "sentence"),
    [
        ("status", "Choose how things are with work"),
        ("choice", "Choose what came of it"),
        ("reference", "Enter a reference"),
        ("name", "Enter a name"),
        ("phone", "Enter a phone number or an e-mail address"),
        ("they_agree", "Ask them first"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(doctor: Actor, without: str, sentence: str) -> None:
    page = send(signed_in(doctor), {key: value for key, value in REFER.items() if key != without})
    assert sentence in summary(page) and 'value="My back"' in page.content.decode()
    assert queries.asked(doctor) == ()


@pytest.mark.parametrize(
    "answers", [{}, {"status": "x" * 5000, "choice": "🙂"}, REFER | {"email": "not one"}]
)
def test_nonsense_is_answered_kindly(doctor: Actor, answers: dict[str, str]) -> None:
    page = send(signed_in(doctor), answers)
    assert page.status_code == 200 and "There is a problem" in summary(page)


def test_a_wrong_key_still_sends_once(doctor: Actor) -> None:
    page = signed_in(doctor).post("/clinic/ask/", PLAIN | {"send_key": "nonsense"}, follow=True)
    assert page.status_code == 200 and len(queries.asked(doctor)) == 1


def test_asking_again_about_somebody_needs_no_reference(doctor: Actor) -> None:
    client = signed_in(doctor)
    known = send(client, PLAIN).redirect_chain[-1][0]
    again = send(
        client, {key: PLAIN[key] for key in PLAIN if key != "reference"} | {"status": "coping"}, known
    )
    assert [row.status for row in queries.asked(doctor)] == ["In work, and managing", "Off sick from a job"]
    assert again.status_code == 200


def test_somebody_who_waits_already_is_named_kindly(doctor: Actor) -> None:
    client = signed_in(doctor)
    known = send(client, REFER).redirect_chain[-1][0]
    page = send(client, REFER, known)
    assert "referred already" in summary(page) and len(my_requests(doctor)) == 1


@pytest.mark.parametrize("role", [Role.COACH, Role.EMPLOYER, Role.STEWARD, Role.CHARITY])
def test_the_clinics_pages_are_for_clinicians(practice: Team, doctor: Actor, role: Role) -> None:
    known = send(signed_in(doctor), PLAIN).redirect_chain[-1][0]
    other = signed_in(somebody_at(practice.organisation_id, role, f"{role}@x.example"))
    for path in ("/clinic/ask/", "/clinic/asked/", "/clinic/practice/", known):
        assert other.get(path).status_code in (403, 404), path


def test_a_lesson_without_an_answer_keeps_the_others(doctor: Actor) -> None:
    client = signed_in(doctor)
    page = client.post("/clinic/learning/asking-about-work/", {"roofer": "ask", "reflection": "Ask first"})
    html = page.content.decode()
    assert "Choose an answer" in summary(page) and "Ask first" in html
    done = client.post(
        "/clinic/learning/asking-about-work/",
        {"roofer": "ask", "shop": "tell", "carer": "write"},
        follow=True,
    )
    assert "Not without her yes" in done.content.decode()
