"""Letting in on the pages: choose, look at what they will see, say yes, stop."""

import json
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people.models import Account
from cydwaith.kernel.actor import Role
from tests.support.browsing import signed_in
from tests.support.worlds import a_person, a_team, lets_in

pytestmark = pytest.mark.django_db


def text(client: Client, path: str) -> str:
    return BeautifulSoup(client.get(path).content, "html.parser").get_text(" ", strip=True)


def answers(organisation_id: object, **more: object) -> dict[str, object]:
    chosen = {"organisation": str(organisation_id), "purpose": "to plan", "scopes": [int(Scope.CONTACT)]}
    return {**chosen, "length": "30", **more}


def test_nobody_is_let_in_before_they_saw_what_will_be_seen_and_said_yes() -> None:
    team, mair = a_team(), a_person("Mair Example", phone="01632 960001")
    client = signed_in(mair)
    preview = client.post("/my/circle/let-in/", answers(team.organisation_id))
    assert b"01632 960001" in preview.content
    assert circle.circle_of(mair, mair.person_id) == []
    done = client.post("/my/circle/let-in/", answers(team.organisation_id, yes="1"))
    assert done.status_code == 302
    (row,) = circle.circle_of(mair, mair.person_id)
    assert (row.purpose, row.scopes, row.how) == ("to plan", Scope.CONTACT, "by the person")
    assert abs(row.until - row.since - timedelta(days=30)) < timedelta(minutes=1)


def test_stop_works_on_the_very_next_request() -> None:
    team, mair = a_team(), a_person()
    permission = lets_in(mair, team, Scope.CONTACT)
    assert circle.may(team.coach, mair.person_id, Scope.CONTACT)
    signed_in(mair).post(f"/circle/{permission}/stop/")
    assert not circle.may(team.coach, mair.person_id, Scope.CONTACT)


def test_nobody_else_can_stop_or_see_it() -> None:
    team, mair, dai = a_team(), a_person("Mair"), a_person("Dai")
    permission = lets_in(mair, team, Scope.CONTACT)
    client = signed_in(dai)
    assert client.post(f"/circle/{permission}/stop/").status_code == 404
    assert client.get(f"/person/{mair.person_id}/shared/").status_code == 404
    assert client.get(f"/person/{mair.person_id}/circle/").status_code == 404
    assert circle.may(team.coach, mair.person_id, Scope.CONTACT)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"scopes": []}, "Choose at least one thing that they can see."),
        ({"purpose": ""}, "“What is it for?” needs an answer."),
        ({"organisation": ""}, "Choose an organisation or enter one e-mail address, not both."),
        ({"email": "a@b.example"}, "Choose an organisation or enter one e-mail address, not both."),
        ({"email": "not an address", "organisation": ""}, "Enter a valid email address."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(change: dict[str, object], problem: str) -> None:
    team, mair = a_team(), a_person()
    page = signed_in(mair).post("/my/circle/let-in/", {**answers(team.organisation_id), **change})
    body = BeautifulSoup(page.content, "html.parser")
    assert problem in body.select_one(".govuk-error-summary").get_text(" ")
    assert body.title.string.strip().startswith("Error:")
    assert circle.circle_of(mair, mair.person_id) == []


def test_a_friend_is_let_in_by_address_and_reads_just_that_part() -> None:
    mair = a_person("Mair Example", phone="01632 960001")
    client = signed_in(mair)
    said = answers("", email="gwen@friend.example", known_as="Gwen", relation="close", yes="1")
    client.post("/my/circle/let-in/", said)
    friend = Account.objects.get(email="gwen@friend.example")
    theirs = Client()
    theirs.force_login(friend)
    assert "01632 960001" in text(theirs, f"/person/{mair.person_id}/shared/")
    assert "Gwen" in text(client, "/my/circle/")
    assert "Looked at what you shared" in text(client, "/my/record/seen/")


def test_everything_about_me_is_a_page_and_a_file() -> None:
    mair = a_person("Mair Example", phone="01632 960001")
    client = signed_in(mair)
    assert "01632 960001" in text(client, "/my/record/")
    data = json.loads(client.get("/my/record/data/").content)
    values = [entry["value"] for part in data["parts"] for entry in part["entries"]]
    assert "Mair Example" in values and "01632 960001" in values


def test_the_same_pages_in_welsh_say_so() -> None:
    client = signed_in(a_person())
    assert '<html lang="cy"' in client.get("/cy/my/circle/").content.decode()


def test_before_an_employer_is_let_in_the_page_says_what_they_will_not_see() -> None:
    mair, bakery = a_person("Mair"), a_team("bakery", front_door=False, role=Role.EMPLOYER)
    both = [int(Scope.CONTACT), int(Scope.WORK)]
    page = signed_in(mair).post("/my/circle/let-in/", answers(bakery.organisation_id, scopes=both))
    soup = BeautifulSoup(page.content, "html.parser")
    kept = next(one for one in soup.find_all("details") if "whatever you tick" in one.summary.get_text())
    assert "Hope for work" in kept.get_text()
    assert "Hope for work" not in [title.get_text() for title in soup.select("section.web-part h2")]


def test_whoever_is_let_in_by_address_is_called_what_they_are() -> None:
    mair = a_person()
    client = signed_in(mair)
    unsaid = client.post("/my/circle/let-in/", answers("", email="al@home.example", yes="1"))
    assert "Say what they are to you" in unsaid.content.decode()
    assert circle.circle_of(mair, mair.person_id) == []
    client.post("/my/circle/let-in/", answers("", email="al@home.example", relation="other", yes="1"))
    assert "Somebody else, such as an adviser or a nurse" in text(client, "/my/circle/")


@pytest.mark.parametrize("scope", [Scope.HEALTH, Scope.PLAN, Scope.MEASURES, Scope.REFERRALS])
def test_a_manager_let_in_by_address_is_refused_what_is_never_for_employers(scope: Scope) -> None:
    mair = a_person()
    client = signed_in(mair)
    asked = answers("", email="boss@work.example", scopes=[int(Scope.WORK), int(scope)], yes="1")
    page = client.post("/my/circle/let-in/", asked | {"relation": "work"})
    assert "Nobody at your work can see your plan" in page.content.decode()
    assert circle.circle_of(mair, mair.person_id) == []
    client.post("/my/circle/let-in/", asked | {"relation": "close"})
    assert len(circle.circle_of(mair, mair.person_id)) == 1


@pytest.mark.parametrize(("relation", "is_left_out"), [("work", True), ("close", False)])
def test_before_a_manager_is_let_in_by_address_the_page_says_what_they_will_not_see(
    relation: str, is_left_out: bool
) -> None:
    asked = answers("", email="boss@work.example", scopes=[int(Scope.WORK)], relation=relation)
    soup = BeautifulSoup(signed_in(a_person()).post("/my/circle/let-in/", asked).content, "html.parser")
    shown = [title.get_text() for title in soup.select("section.web-part h2")]
    assert ("Hope for work" not in shown) is is_left_out
