"""Words for an employer are read again where they seem to name a condition; then they are passed on."""

from typing import Any
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from cydwaith.kernel.actor import Actor
from cydwaith.person.seeking.models import Introduction
from tests.support.browsing import Browser

from .conftest import Offered

pytestmark = pytest.mark.django_db
TOLD = {"name": "Mair", "tell_phone": "on", "phone": "01632 960123"}


def told(mair: Actor) -> list[str]:
    return list(Introduction.objects.as_seen_by(mair).values_list("words", flat=True))


def test_words_that_name_a_condition_are_shown_once_more_and_then_go_as_they_are(
    mair: Actor, mair_id: UUID, offered: Offered, browser: Browser
) -> None:
    client, address = browser(mair), f"/opportunities/{offered()}/interested/"
    words = "Mornings are best.\nMy arthritis is better now."
    page = BeautifulSoup(client.post(address, {**TOLD, "words": words}).content, "html.parser")
    part = page.find("section", {"class": "work-noticed"})
    assert part and "arthritis" in part.get_text() and "Mornings" not in part.get_text()
    assert told(mair) == []
    again = page.find("input", {"name": "read_again"})["value"]
    assert client.post(address, {**TOLD, "words": words, "read_again": again}).status_code == 302
    assert told(mair) == [words]


def test_other_words_go_at_once(mair: Actor, mair_id: UUID, offered: Offered, browser: Browser) -> None:
    words = "I can start on Monday, in the back office too."
    answer = browser(mair).post(f"/opportunities/{offered()}/interested/", {**TOLD, "words": words})
    assert answer.status_code == 302 and told(mair) == [words]


def pointed_at(page: BeautifulSoup) -> list[str]:
    part = page.find("section", {"class": "work-noticed"})
    return [word.get_text() for word in part.find_all("strong")] if part else []


class Teller:
    """Somebody who sends the page again as it came back, with other words."""

    def __init__(self, client: Client, address: str) -> None:
        self.client, self.address, self.mark = client, address, ""

    def send(self, words: str, **more: Any) -> list[str]:
        """What is pointed at; nothing where the words went."""
        sent = {**TOLD, "words": words, "read_again": self.mark, **more}
        answer = self.client.post(self.address, sent)
        if answer.status_code == 302:
            return []
        page = BeautifulSoup(answer.content, "html.parser")
        self.mark = page.find("input", {"name": "read_again"}).get("value", "")
        return pointed_at(page)


@pytest.fixture
def teller(mair: Actor, offered: Offered, browser: Browser) -> Teller:
    return Teller(browser(mair), f"/opportunities/{offered()}/interested/")


def test_a_condition_added_after_the_first_look_is_pointed_at_and_only_that(
    teller: Teller, mair: Actor, mair_id: UUID
) -> None:
    assert teller.send("My arthritis is better.") == ["arthritis"]
    assert teller.send("My arthritis and my asthma are better.") == ["asthma"]
    assert told(mair) == []
    assert teller.send("My asthma and my Arthritis are better now.") == []
    assert told(mair) == ["My asthma and my Arthritis are better now."]


def test_a_word_that_was_taken_out_and_put_back_is_pointed_at_again(teller: Teller, mair_id: UUID) -> None:
    assert teller.send("My arthritis is better.") == ["arthritis"]
    assert teller.send("My asthma is better.") == ["asthma"]
    assert teller.send("My arthritis is better.") == ["arthritis"]


@pytest.mark.parametrize("made_up", ["yes", "arthritis", "0" * 32, "\x00", "a b c " * 400])
def test_a_mark_that_was_not_given_by_the_page_counts_for_nothing(
    teller: Teller, mair: Actor, mair_id: UUID, made_up: str
) -> None:
    assert teller.send("My arthritis is better.", read_again=made_up) == ["arthritis"]
    assert told(mair) == []


def test_the_mark_on_the_page_says_nothing_of_the_word(teller: Teller, mair_id: UUID) -> None:
    teller.send("My arthritis is better.")
    assert teller.mark and "arthritis" not in teller.mark
