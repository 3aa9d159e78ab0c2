"""The pages: for the person, for the contact by link and signed in, for anybody."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.workplace import commands, library, queries
from cydwaith.person.workplace.letters import path_of
from cydwaith.person.workplace.rules.agreeing import Move, State
from tests.support.browsing import Browser

from .conftest import ILLNESS, builds_up, in_days

pytestmark = pytest.mark.django_db


def day(name: str, ahead: int) -> dict[str, Any]:
    on = in_days(ahead)
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def parts(client: Client, path: str, name: str, ahead: int) -> dict[str, Any]:
    """The three inputs of a day, by the names that the page gives them."""
    page = client.get(path).content.decode()
    names = [f"{name}_{part}" for part in (0, 1, 2)]
    if names[0] not in page:
        return day(name, ahead)
    on = in_days(ahead)
    return dict(zip(names, (on.day, on.month, on.year), strict=True))


def test_a_person_invites_and_proposes_from_the_library(mair: Actor, mair_id: UUID, browser: Browser) -> None:
    client = browser(mair)
    path = reverse("workplace:invite", args=[mair_id])
    said = {
        "employer": "Bakery",
        "name": "Alun",
        "email": "a@b.example",
        "role": "manager",
        "purpose": "Hours",
    }
    assert client.post(path, {}).status_code == 200
    answer = client.post(path, said | parts(client, path, "until", 90))
    assert answer.status_code == 302
    found = queries.home(mair, mair_id).now[0]
    propose = reverse("workplace:propose", args=[mair_id, found.id])
    assert "A perching stool" in client.get(f"{propose}?from=sit-stand-stool").content.decode()
    assert client.post(propose, {"what": "A stool", "helps": ""}).status_code == 302
    assert "A stool" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_contact_answers_by_link_without_an_account(
    mair: Actor, mair_id: UUID, invitation: UUID, stool: UUID, client: Client, prefix: str
) -> None:
    link = prefix + path_of(invitation, clock.now() + timedelta(days=9))
    page = client.get(link)
    assert "A stool at the bench" in page.content.decode() and "Eluned" not in page.content.decode()
    one = f"{link}{stool}/"
    assert client.post(one, {"move": "refuse", "words": "No room"}).status_code == 200
    said = {"move": "refuse", "words": "No room"} | parts(client, one, "review_on", 20)
    assert client.post(one, said).status_code == 302
    assert queries.one(mair, mair_id, invitation).adjustments[0].state is State.REFUSED
    assert client.post(f"{link}changed/", {"because": "manager"}).status_code == 200
    assert client.get(link).status_code == 410


def test_the_calendar_file_holds_days_and_hours_and_no_other_word(
    mair: Actor, mair_id: UUID, manager: Actor, invitation: UUID, browser: Browser
) -> None:
    builds_up(mair, mair_id)
    commands.show_days(mair, person_id=mair_id, invitation_id=invitation)
    text = browser(manager).get(reverse("workplace:dates", args=[invitation])).content.decode()
    titles = {line for line in text.splitlines() if line.startswith("SUMMARY")}
    assert text.count("BEGIN:VEVENT") == 28
    assert all(title.startswith("SUMMARY:Working day: ") for title in titles)
    assert ILLNESS not in text and "Mair" not in text


def test_the_pages_ask_no_more_for_many_adjustments(
    mair: Actor, mair_id: UUID, manager: Actor, invitation: UUID, stool: UUID, browser: Browser
) -> None:
    def asked(actor: Actor, path: str) -> int:
        client = browser(actor)
        client.get(path)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(path).status_code == 200
        return len([one for one in seen if one["sql"].startswith("SELECT")])

    pages = {
        manager: reverse("workplace:with_us", args=[invitation]),
        mair: reverse("workplace:one", args=[mair_id, invitation]),
    }
    before = [asked(actor, path) for actor, path in pages.items()]
    for number in range(12):
        commands.propose(mair, person_id=mair_id, invitation_id=invitation, what=f"Number {number}")
    assert [asked(actor, path) for actor, path in pages.items()] == before
    assert max(before) <= 12


def test_a_stranger_finds_nothing(
    mair_id: UUID, colleague: Actor, invitation: UUID, browser: Browser
) -> None:
    client = browser(colleague)
    for path in (
        reverse("workplace:with_us", args=[invitation]),
        reverse("workplace:home", args=[mair_id]),
        reverse("workplace:one", args=[mair_id, invitation]),
    ):
        assert client.get(path).status_code in (403, 404)


@pytest.mark.parametrize("prefix", ["", "/cy"])
def test_the_library_and_the_guide_are_for_anybody(client: Client, prefix: str) -> None:
    language = "cy" if prefix else "en"
    assert client.get(f"{prefix}/workplace/guide/").status_code == 200
    page = client.get(f"{prefix}/workplace/adjustments/?barrier=caring").content.decode()
    for one in library.entries(language):
        assert (f'id="{one.key}"' in page) is ("caring" in one.barriers)
    assert client.get(f"{prefix}/workplace/adjustments/?barrier=nonsense&kind=x").status_code == 200


def test_every_barrier_and_kind_has_ideas_in_both_languages() -> None:
    english, welsh = library.entries("en"), library.entries("cy")
    assert len(english) >= 30 and [one.key for one in english] == [one.key for one in welsh]
    assert all(one.title and one.words and one.source_url.startswith("https://") for one in english)
    assert all(one.title != other.title for one, other in zip(english, welsh, strict=True))
    for barrier, _ in library.choices("barriers", "en"):
        assert len(library.entries("en", barrier=barrier)) >= 3, barrier
    for kind, _ in library.choices("kinds", "cy"):
        assert len(library.entries("cy", kind=kind)) >= 10, kind


def test_what_is_agreed_is_in_everything_about_me(
    mair: Actor, mair_id: UUID, manager: Actor, invitation: UUID, stool: UUID
) -> None:
    from cydwaith.commons.circle.sections import fill

    commands.answer(manager, adjustment_id=stool, move=Move.AGREE, review_on=in_days(30))
    part = next(one for one in fill(mair, mair_id) if one.key == "workplace")
    assert "A stool at the bench" in part.entries[1].label
    assert all(not one.entries for one in fill(manager, mair_id) if one.key == "workplace")


def test_on_a_phone_each_number_of_a_week_says_what_it_is(
    mair: Actor, mair_id: UUID, invitation: UUID, browser: Browser
) -> None:
    builds_up(mair, mair_id)
    commands.show_days(mair, person_id=mair_id, invitation_id=invitation)
    page = browser(mair).get(reverse("workplace:one", args=[mair_id, invitation])).content.decode()
    assert all(f'data-head="{head}"' in page for head in ("Week", "Hours", "Days, and hours on each"))
