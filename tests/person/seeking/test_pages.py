"""The pages answer in few questions to the database, however many rows, and turn strangers away."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.seeking import commands
from cydwaith.person.seeking.models import EmployerContact, Introduction
from cydwaith.person.seeking.rules.vocabulary import Stage
from cydwaith.place.opportunities.commands import move as close
from cydwaith.place.opportunities.models import Opportunity
from cydwaith.place.opportunities.rules.vocabulary import Status
from tests.support.browsing import signed_in
from tests.support.worlds import OPERATOR

from .conftest import Offered
from .test_interest import talk, tells, wants

MOST = 12


def test_what_fits_comes_a_page_at_a_time_and_nothing_is_left_out(
    mair: Actor, mair_id: UUID, offered: Offered
) -> None:
    wants(mair, mair_id)
    titles = [f"Role {number:02}" for number in range(12)]
    for title in titles:
        offered(title=title)
    client = signed_in(mair)
    shown = [client.get(f"/my/what-fits/?page={number}").content.decode() for number in (1, 2)]
    assert [sum(title in page for title in titles) for page in shown] == [10, 2]
    assert all(any(title in page for page in shown) for title in titles)


@pytest.mark.parametrize("rows", [1, 15])
def test_what_fits_asks_the_same_for_many_rows_as_for_few(
    rows: int, mair: Actor, mair_id: UUID, offered: Offered, django_assert_max_num_queries: Any
) -> None:
    wants(mair, mair_id)
    roles = [offered(title=f"Role {number}") for number in range(rows)]
    for role in roles[:5]:
        tells(mair, mair_id, role)
    client = signed_in(mair)
    client.get("/my/what-fits/")
    with django_assert_max_num_queries(MOST):
        assert "Role 0" in client.get("/my/what-fits/").content.decode()
    with django_assert_max_num_queries(MOST):
        assert client.get("/opportunities/").status_code == 200
    with django_assert_max_num_queries(MOST):
        assert client.get(f"/opportunities/{roles[0]}/").status_code == 200
    with django_assert_max_num_queries(MOST):
        assert client.get(f"/opportunities/{roles[-1]}/interested/").status_code == 200


def test_saying_so_and_taking_it_back_on_the_page(mair: Actor, mair_id: UUID, offered: Offered) -> None:
    role, client = offered(), signed_in(mair)
    page = f"/opportunities/{role}/interested/"
    assert "Choose a phone number or an e-mail" in client.post(page, {"name": "Mair"}).content.decode()
    said = {"name": "Mair", "tell_phone": "on", "phone": "01632 960123", "email": "mair@home.example"}
    assert client.post(page, said).status_code == 302
    row = Introduction.objects.as_seen_by(OPERATOR).get()
    assert (row.name, row.phone, row.email) == ("Mair", "01632 960123", "")
    interest = f"/person/{mair_id}/interest/{row.interest_id}/"
    assert client.post(interest, {"stage": "visited"}).status_code == 302
    html = client.post(interest, {"stage": "nonsense"}, follow=True).content.decode()
    assert "Choose one of the stages." in html
    for _twice in range(2):
        assert client.post(interest, {"withdraw": "1"}).status_code == 302
    assert client.post(interest, {"stage": "visited"}).status_code == 404


def test_strangers_are_turned_away(
    mair: Actor, mair_id: UUID, employer: Actor, coach: Actor, offered: Offered, client: Client
) -> None:
    role = offered()
    tells(mair, mair_id, role)
    for path in (f"/person/{mair_id}/what-fits/", f"/person/{mair_id}/employers/"):
        assert client.get(path).status_code == 302
        for stranger in (employer, coach):
            assert signed_in(stranger).get(path).status_code in (302, 404)
    assert signed_in(mair).get(f"/opportunities/{role}/people/").status_code == 404
    assert client.get("/opportunities/kept/made-up/people/").status_code == 404
    assert client.get("/opportunities/kept/made-up/").status_code == 404
    assert client.get("/opportunities/kept/made-up/change/").status_code == 404


def test_a_person_reads_what_was_talked_about_for_them(mair: Actor, mair_id: UUID, walks: Actor) -> None:
    commands.log_contact(walks, person_id=mair_id, contact=talk(words="They like bakers."))
    page = signed_in(mair).get(f"/person/{mair_id}/employers/").content.decode()
    assert "They like bakers." in page and "Write down a talk" not in page
    said = {"employer": "Me", "on_day": "1", "on_month": "6", "on_year": "2026", "way": "phone"}
    signed_in(mair).post(f"/person/{mair_id}/employers/", said | {"came_of": "job", "as_wished": "yes"})
    assert EmployerContact.objects.as_seen_by(OPERATOR).count() == 1


def test_the_better_off_page_works_nothing_out_and_says_when_it_was_read(client: Client) -> None:
    for prefix, words in (("", "Better off?"), ("/cy", "Ar eich ennill?")):
        page = client.get(f"{prefix}/opportunities/better-off/").content.decode()
        assert words in page and "£" not in page and "2026" in page


def test_a_role_is_offered_on_the_page_without_an_account(client: Client) -> None:
    wrong = client.post("/opportunities/offer/", {"kind": "job"}).content.decode()
    assert "There is a problem" in wrong
    said = {
        "kind": "job",
        "title": "Helping",
        "organisation_name": "Us",
        "day_like": "Tea.",
        "hours_from": "2",
        "hours_to": "4",
        "where": "place",
        "postcode": "ZZ1 2AB",
        "pay": "paid",
        "apply": ["chat"],
        "email": "us@cwmteg.example",
    }
    filled_by_a_program = said | {"again": "x"}
    assert client.post("/opportunities/offer/", filled_by_a_program).status_code == 302
    assert Opportunity.objects.as_seen_by(OPERATOR).count() == 0
    assert client.post("/opportunities/offer/", said | {"hours_from": "1"}).status_code == 200
    assert client.post("/opportunities/offer/", said).status_code == 302
    assert Opportunity.objects.as_seen_by(OPERATOR).count() == 1


def test_what_became_work_is_written_down_without_typing_it_again(
    mair: Actor, mair_id: UUID, offered: Offered
) -> None:
    role, client = offered(title="Kitchen helper", hours_from=6, hours_to=6), signed_in(mair)
    interest = f"/person/{mair_id}/interest/{tells(mair, mair_id, role)}/"
    shown = client.post(interest, {"stage": "started"}, follow=True)
    assert shown.request["PATH_INFO"] == f"/person/{mair_id}/jobs/add/"
    filled = shown.context["form"].initial
    assert (filled["title"], filled["kind"], filled["hours"]) == ("Kitchen helper", "employee", 6)
    assert (filled["employer"], filled["start"]) == ("Teg Bakery", clock.today())
    again = client.post(interest, {"stage": "started"})
    assert again["Location"] == "/my/what-fits/", "it is asked once"


def test_hours_that_may_be_several_and_a_posting_that_is_gone_are_left_to_be_said(
    mair: Actor, mair_id: UUID, offered: Offered, employer: Actor
) -> None:
    role, client = offered(title="Kitchen helper", hours_from=4, hours_to=8), signed_in(mair)
    interest = tells(mair, mair_id, role)
    add = f"/person/{mair_id}/jobs/add/?interest={interest}"
    assert client.get(add).context["form"].initial == {}, "not started yet"
    commands.move(mair, person_id=mair_id, interest_id=interest, stage=Stage.STARTED)
    assert client.get(add).context["form"].initial["hours"] is None
    close(employer, opportunity_id=role, to=Status.CLOSED)
    gone = client.get(add).context["form"].initial
    assert (gone["title"], gone["kind"]) == ("Kitchen helper", None)
    assert client.get(f"/person/{mair_id}/jobs/add/?interest=nonsense").context["form"].initial == {}
