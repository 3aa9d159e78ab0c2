"""What a person writes to somebody at work is shown once more where it seems to name a condition."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.person.work.health_words import noticed_in
from cydwaith.person.workplace import queries
from cydwaith.person.workplace.library import entries
from cydwaith.web.fields import PARTS
from tests.support.browsing import Browser

pytestmark = pytest.mark.django_db


def pointed_at(answer: Any) -> str:
    part = BeautifulSoup(answer.content, "html.parser").find("section", {"class": "work-noticed"})
    return part.get_text(" ") if part else ""


def sent_twice(client: Client, address: str, said: dict[str, Any], word: str) -> None:
    """The first time the word is pointed at and nothing goes; as the page sends it again, it goes."""
    first = client.post(address, said)
    assert first.status_code == 200 and word in pointed_at(first)
    again = BeautifulSoup(first.content, "html.parser").find("input", {"name": "read_again"})["value"]  # type: ignore[index]
    assert client.post(address, said | {"read_again": again}).status_code == 302


def test_a_proposal_that_names_a_condition_is_shown_once_more_and_then_goes(
    mair: Actor, mair_id: UUID, invitation: UUID, browser: Browser
) -> None:
    address = reverse("workplace:propose", args=[mair_id, invitation])
    said = {"what": "A stool at the bench", "helps": "With it my arthritis lets me stand."}
    sent_twice(browser(mair), address, said, "arthritis")
    (row,) = queries.one(mair, mair_id, invitation).adjustments
    assert row.what == "A stool at the bench"


def test_a_condition_added_to_the_other_field_after_the_first_look_is_pointed_at_too(
    mair: Actor, mair_id: UUID, invitation: UUID, browser: Browser
) -> None:
    client, address = browser(mair), reverse("workplace:propose", args=[mair_id, invitation])
    said = {"what": "A stool at the bench", "helps": "With it my arthritis lets me stand."}
    first = BeautifulSoup(client.post(address, said).content, "html.parser")
    mark = first.find("input", {"name": "read_again"})["value"]  # type: ignore[index]
    more = said | {"what": "A stool, and air for my asthma"}
    sent_twice(client, address, more | {"read_again": mark}, "asthma")


def test_a_proposal_in_everyday_words_goes_at_once(
    mair: Actor, mair_id: UUID, invitation: UUID, browser: Browser
) -> None:
    address = reverse("workplace:propose", args=[mair_id, invitation])
    assert browser(mair).post(address, {"what": "A stool", "helps": "I stand longer"}).status_code == 302


def test_what_an_invitation_is_for_is_looked_through_too(
    mair: Actor, mair_id: UUID, browser: Browser
) -> None:
    day = clock.today() + timedelta(days=90)
    who = {"employer": "Bakery", "name": "Alun", "email": "a@b.example", "role": "manager"}
    until = {f"until_{part}": getattr(day, part) for part in PARTS}
    said = who | until | {"purpose": "To plan my weeks with epilepsy"}
    sent_twice(browser(mair), reverse("workplace:invite", args=[mair_id]), said, "epilepsy")


def test_an_answer_to_the_employer_is_looked_through_too(
    mair: Actor, mair_id: UUID, invitation: UUID, stool: UUID, browser: Browser
) -> None:
    address = reverse("workplace:say", args=[mair_id, invitation, stool])
    (row,) = queries.one(mair, mair_id, invitation).adjustments
    said = {"move": row.moves[0][0], "words": "My asthma is worse by the oven."}
    sent_twice(browser(mair), address, said, "asthma")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_idea_of_the_library_names_a_condition(language: str) -> None:
    assert not noticed_in(*(one.title for one in entries(language)))
