"""The pages of the register, and its table."""

import csv
import io
from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from cydwaith.kernel.actor import Actor, Role
from cydwaith.place.directory.models import Service
from cydwaith.place.register import commands, download, queries
from cydwaith.place.register.queries import Wanted
from tests.support.browsing import signed_in
from tests.support.worlds import Team, somebody_at

from .conftest import Asked, Group

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(helper: Actor) -> Client:
    return signed_in(helper)


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return " ".join(answer.content.decode().split())


def test_the_list_says_why_and_that_nobody_is_on_it(group: Group, page: Client) -> None:
    group("Choir", rests_on_one_person=True)
    said = text(page, "/register/")
    assert "It rests on one person." in said and "Nobody is on it yet." in said
    assert "1 of them needs somebody to help." in said


def test_an_action_is_written_down_and_closed_by_hand(group: Group, page: Client, helper: Actor) -> None:
    choir = group("Choir", rests_on_one_person=True)
    sent = page.post(f"/register/{choir}/action/", {"what": "A second key", "who": "Mared"})
    assert sent.status_code == 302 and sent["Location"] == f"/register/{choir}/"
    assert "A second key" in text(page, f"/register/{choir}/")
    (line,) = queries.register(helper, Wanted()).lines
    assert line.action is not None
    closed = page.post(f"/register/action/{line.action.id}/", {"outcome": "better", "words": "Two keys now"})
    assert closed.status_code == 302
    said = text(page, f"/register/{choir}/")
    assert "It helped, but keep an eye on it" in said and "Two keys now" in said


def test_what_is_missing_or_past_is_said_at_the_field(group: Group, page: Client) -> None:
    choir = group("Choir")
    empty = page.post(f"/register/{choir}/action/", {}).content.decode()
    assert "Say what is being done." in empty and "Say who does it." in empty
    past = {"what": "A form", "who": "Us", "until_day": "1", "until_month": "6", "until_year": "2026"}
    assert "The date must be on or after" in page.post(f"/register/{choir}/action/", past).content.decode()


def test_a_second_answer_is_told_that_there_is_one(group: Group, page: Client, helper: Actor) -> None:
    choir = group("Choir")
    action = commands.plan_action(helper, service_id=choir, what="A form", who="Us", until=None)
    for expected in (302, 200):
        answer = page.post(f"/register/action/{action}/", {"outcome": "safe"})
        assert answer.status_code == expected
    assert "Somebody has already said what came of this." in answer.content.decode()


@pytest.mark.parametrize("asked", ["?reason=nonsense", "?place=nowhere", "?show=x&page=abc", "?page=999"])
def test_what_cannot_be_read_narrows_nothing(group: Group, page: Client, asked: str) -> None:
    group("Choir", rests_on_one_person=True)
    assert "Choir" in text(page, f"/register/{asked}")


def test_the_list_is_narrowed_by_reason(group: Group, page: Client) -> None:
    group("Choir", rests_on_one_person=True)
    group("Shed", volunteers_needed=True)
    said = text(page, "/register/?reason=volunteers")
    assert "Shed" in said and "Choir" not in said
    assert "/register/table.csv?reason=volunteers" in said
    assert "None of them fits what you chose." in text(page, "/register/?reason=funding")


def test_one_group_shows_its_months_and_how_it_stands(group: Group, asked: Asked, page: Client) -> None:
    choir = group("Choir", can_take=3, funding_until=date(2026, 7, 1))
    asked(choir, may=4, june=5)
    said = text(page, f"/register/{choir}/")
    assert "<svg" in said and "Can take" in said
    assert "1 July 2026" in said and "said on 15 June 2026" in said


def test_the_page_of_a_merged_service_leads_to_its_survivor(group: Group, page: Client) -> None:
    old, new = group("Old"), group("New")
    Service.objects.filter(id=old).update(merged_into=new)
    assert page.get(f"/register/{old}/")["Location"] == f"/register/{new}/"


@pytest.mark.parametrize(
    "path", ["/register/", "/register/table.csv", "/register/{}/", "/register/{}/action/"]
)
def test_others_are_turned_away(group: Group, team: Team, path: str) -> None:
    charity = somebody_at(team.organisation_id, Role.CHARITY, "huw@charity.example")
    assert signed_in(charity).get(path.format(group("Choir"))).status_code in (403, 404)
    assert Client().get(path.format(group("Choir"))).status_code == 302


def test_the_table_has_every_line_and_no_formula(group: Group, page: Client, helper: Actor) -> None:
    key = group("=HYPERLINK(1)", funding_until=date(2026, 6, 30), can_take=2)
    commands.plan_action(helper, service_id=key, what="A form, and a key", who="Us", until=date(2026, 6, 20))
    answer = page.get("/register/table.csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert "register-2026-06-15.csv" in answer["Content-Disposition"]
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row["Name"] == "'=HYPERLINK(1)" and UUID(row["Id"]) == key
    assert row["Funding until"] == "2026-06-30" and row["Can take"] == "2"
    assert (row["What is being done"], row["Until"]) == ("A form, and a key", "2026-06-20")


def test_those_who_can_help_come_here_from_its_own_page(group: Group, page: Client) -> None:
    choir = group("Choir")
    assert f"/register/{choir}/" in text(page, f"/support/{choir}/")
    assert "/register/" not in text(Client(), f"/support/{choir}/")


def test_an_empty_table_has_its_heading(page: Client) -> None:
    (heading,) = download.rows([])
    assert page.get("/register/table.csv").content.decode() == heading


def test_the_page_is_in_welsh_too(group: Group, page: Client) -> None:
    group("Choir", rests_on_one_person=True)
    assert '<html lang="cy"' in text(page, "/cy/register/").replace('class="govuk-template" ', "")
