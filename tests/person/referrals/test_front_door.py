"""Asking for support: anybody, once, in either language, and nothing kept that is not needed."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cydwaith.commons.circle import queries as circle
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.messages.models import Message
from cydwaith.commons.people.models import Account
from cydwaith.kernel import ids
from cydwaith.kernel.errors import Invalid
from cydwaith.person.referrals import queries
from cydwaith.person.referrals.models import Referral
from tests.person.referrals.conftest import World, asks
from tests.support.browsing import signed_in
from tests.support.worlds import OPERATOR, a_person

STEPS: dict[str, dict[str, object]] = {
    "who": {"referred_by": "self"},
    "name": {"name": "Eleri Example", "known_as": "Eleri"},
    "reach": {"contact_by": ["phone", "letter"], "phone": "01632 960001", "address": "1 The Row"},
    "times": {"contact_times": "mornings", "safe_to_leave_message": "no"},
    "language": {"language": "cy", "communication_needs": ""},
    "where": {"postcode": ""},
    "matters": {"matters": "The choir, and a job I can keep."},
}
FOR_ANOTHER: dict[str, dict[str, object]] = {
    "who": {"referred_by": "employer"},
    "agreement": {"they_agree": "yes"},
    "you": {
        "requester_name": "Bo Boss",
        "requester_organisation": "Mill Ltd",
        "requester_email": "bo@mill.example",
    },
}


def rows(**which: object) -> list[Referral]:
    return list(Referral.objects.as_seen_by(OPERATOR).filter(**which))


def walk(client: Client, steps: dict[str, dict[str, object]], prefix: str = "") -> str:
    """Answer every page as it comes, following where it leads; returns the last address."""
    path = f"{prefix}/start/who/"
    while (slug := path.rstrip("/").rpartition("/")[2]) in steps:
        page = client.get(path)
        assert page.status_code == 200, path
        path = client.post(path, steps[slug])["Location"]
    return path


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_somebody_asks_for_themselves_one_thing_at_a_time(world: World, prefix: str) -> None:
    client = Client()
    assert walk(client, STEPS, prefix) == f"{prefix}/start/check/"
    check = client.get(f"{prefix}/start/check/")
    assert "Eleri Example" in check.content.decode()
    assert client.post(f"{prefix}/start/check/")["Location"] == f"{prefix}/start/sent/"
    (referral,) = rows()
    assert referral.reference in client.get(f"{prefix}/start/sent/").content.decode()
    person = circle.person_card(world.coach, referral.person_id)
    assert (person.phone, person.language, person.safe_to_leave_message) == ("01632 960001", "cy", False)
    assert person.address == "1 The Row"


def test_what_was_typed_is_wiped_when_it_is_sent(world: World) -> None:
    client = Client()
    walk(client, STEPS)
    assert "Eleri" in str(dict(client.session.items()))
    client.post("/start/check/")
    kept = str(dict(client.session.items()))
    assert "Eleri" not in kept and "choir" not in kept


def test_somebody_can_throw_away_what_they_typed(world: World) -> None:
    client = Client()
    walk(client, STEPS)
    client.post("/start/forget/")
    assert "Eleri" not in str(dict(client.session.items()))
    assert client.get("/start/check/")["Location"] == "/start/"


def test_pressing_send_twice_makes_one_referral(world: World) -> None:
    client = Client()
    walk(client, STEPS)
    client.post("/start/check/")
    assert client.post("/start/check/")["Location"] == "/start/sent/"
    assert len(rows()) == 1


def test_the_same_request_sent_again_gives_the_same_reference(world: World) -> None:
    key = ids.new_id()
    assert asks(send_key=key) == asks(send_key=key)
    assert len(rows()) == 1


def test_change_goes_back_to_the_check_and_keeps_the_rest(world: World) -> None:
    client = Client()
    walk(client, STEPS)
    answer = client.post("/start/name/?change=1", {"name": "Eleri Other", "known_as": ""})
    assert answer["Location"] == "/start/check/"
    text = client.get("/start/check/").content.decode()
    assert "Eleri Other" in text and "The choir" in text


def test_nobody_skips_a_page(world: World) -> None:
    client = Client()
    client.post("/start/who/", STEPS["who"])
    assert client.get("/start/check/")["Location"] == "/start/name/"
    assert client.post("/start/check/")["Location"] == "/start/name/"
    assert rows() == []


def test_for_somebody_else_only_with_their_knowledge(world: World) -> None:
    client = Client()
    client.post("/start/who/", FOR_ANOTHER["who"])
    page = client.post("/start/agreement/", {"they_agree": "no"})
    assert page.status_code == 200 and b"Ask them first" in page.content
    with pytest.raises(Invalid):
        asks(referred_by="professional", they_agree=False)


def test_an_employer_asks_for_somebody_and_is_told_by_link(world: World) -> None:
    client = Client()
    walk(client, STEPS | FOR_ANOTHER)
    client.post("/start/check/")
    (referral,) = rows()
    assert (referral.referred_by, referral.requester_organisation) == ("employer", "Mill Ltd")
    (message,) = Message.objects.as_seen_by(OPERATOR).filter(to_email="bo@mill.example")
    page = Client().get(message.link_path).content.decode()
    assert referral.reference in page and "Eleri" not in page and "01632" not in page


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({}, "Choose at least one way to be in touch."),
        ({"contact_by": ["text"]}, "Enter a phone number, or choose another way to be in touch."),
        ({"contact_by": ["email"]}, "Enter an e-mail address, or choose another way to be in touch."),
        ({"contact_by": ["letter"]}, "Enter an address, or choose another way to be in touch."),
        ({"contact_by": ["bsl-video"]}, "Enter an e-mail address or a phone number for the video call."),
    ],
)
def test_there_is_always_a_way_to_be_in_touch(world: World, given: dict[str, object], problem: str) -> None:
    client = Client()
    client.post("/start/who/", STEPS["who"])
    page = BeautifulSoup(client.post("/start/reach/", given).content, "html.parser")
    summary = page.select_one(".govuk-error-summary")
    assert summary and problem in summary.get_text(" ")
    assert page.title and str(page.title.string).strip().startswith("Error:")


def test_no_page_asks_for_a_birthday_a_number_or_an_illness(world: World) -> None:
    client = Client()
    for slug, answers in STEPS.items():
        page = BeautifulSoup(client.get(f"/start/{slug}/").content, "html.parser")
        names = {tag.get("name") for tag in page.select("main input, main select, main textarea")}
        assert names <= {"csrfmiddlewaretoken", "place_code", "email", *answers}, slug
        assert page.select_one(".govuk-exit-this-page"), slug
        assert len(page.select("h1")) == 1, slug
        client.post(f"/start/{slug}/", answers)


def test_the_check_says_who_will_see_it(world: World) -> None:
    client = Client()
    walk(client, STEPS)
    text = BeautifulSoup(client.get("/start/check/").content, "html.parser").get_text(" ", strip=True)
    assert "The team" in text and "No jobcentre, no employer" in text


def test_only_the_team_is_let_in_and_only_to_contact_and_referrals(world: World) -> None:
    sent = asks()
    (referral,) = rows(id=sent.referral_id)
    seen = circle.open_scopes(world.coach, referral.person_id)
    assert seen == Scope.CONTACT | Scope.REFERRALS
    assert circle.open_scopes(world.gp, referral.person_id) == Scope(0)


def test_the_answer_is_promised_by_the_programmes_own_days(world: World) -> None:
    assert asks().answer_by == date(2026, 11, 23)


def test_somebody_with_an_e_mail_gets_a_page_of_their_own(world: World) -> None:
    asks(email="own@page.example")
    assert Account.objects.filter(email="own@page.example").exists()


def test_an_address_that_is_known_is_not_given_a_second_record(world: World) -> None:
    mair = a_person(email="mair@home.example")
    sent = asks(email="mair@home.example")
    (referral,) = rows(id=sent.referral_id)
    assert referral.person_id != mair.person_id
    assert circle.account_of_person(OPERATOR, referral.person_id) is None


def test_a_person_who_is_known_is_not_asked_again(world: World) -> None:
    mair = a_person(email="mair@home.example")
    client = signed_in(mair)
    only = {"who": STEPS["who"], "matters": STEPS["matters"]}
    assert walk(client, only) == "/start/check/"
    client.post("/start/check/")
    (referral,) = rows()
    assert referral.person_id == mair.person_id
    assert [row.reference for row in queries.all_referrals(mair, referral.person_id)] == [referral.reference]


def test_a_professional_asks_on_one_page(world: World) -> None:
    client = signed_in(world.gp)
    page = BeautifulSoup(client.get("/refer/").content, "html.parser")
    key = page.select_one("[name=send_key]")
    assert key
    given = {
        "send_key": key["value"],
        "name": "Dai Example",
        "contact_by": ["phone"],
        "phone": "01632 960002",
        "language": "en",
        "matters": "Company.",
        "they_agree": "on",
    }
    first = client.post("/refer/", given)
    again = client.post("/refer/", given)
    assert first["Location"] == again["Location"]
    (referral,) = rows()
    assert referral.requester_organisation == "The surgery"
    assert referral.reference in client.get(first["Location"]).content.decode()


def test_a_professional_without_the_yes_gets_no_further(world: World) -> None:
    page = signed_in(world.gp).post("/refer/", {"name": "Dai"})
    assert page.status_code == 200 and b"Ask them first" in page.content
    assert rows() == []


def test_a_visitor_cannot_use_the_short_page(world: World) -> None:
    assert Client().get("/refer/").status_code == 302


def test_messages_carry_no_name_and_no_health_word(world: World) -> None:
    asks()
    for message in Message.objects.as_seen_by(OPERATOR):
        assert "Mair" not in message.link_path and "sleep" not in message.link_path
