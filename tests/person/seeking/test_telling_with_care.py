"""Words for an employer are read again where they seem to name a condition; then they are passed on."""

from uuid import UUID

import pytest
from bs4 import BeautifulSoup

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
