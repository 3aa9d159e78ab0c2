"""A small charity answers by a link, with no account: it sees one request, for a while."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from django.test import override_settings

from cydwaith.commons.circle.rules import ANSWER_LINK
from cydwaith.commons.people import links
from tests.stories.conftest import Arrive
from tests.support.reader import Reader
from tests.support.visitor import Visitor

pytestmark = pytest.mark.story

PERSON, COACH = "rhys@cwmteg.example", "nia@cwmteg.example"
ALLOTMENT, ITS_ADDRESS = "Wren Wood Allotments: shared plot", "rhandiroedd@rhandiroedd-gellir-dryw.example"
GONE = "This link no longer opens anything"


@pytest.fixture
def person(arrive: Arrive) -> Reader:
    return Reader(arrive(phone=True)).sign_in(PERSON)


@pytest.fixture
def asked(person: Reader) -> str:
    """The path of a referral: the person has asked the allotment, and has sent their yes."""
    person.visit("/support/").fill("What are you looking for?", "allotment").press("Search")
    person.press("Show everything for my words")
    person.follow(ALLOTMENT).press("Ask this service")
    person.fill("What would you like from them, in a line?", "A row of beans").press("See what they will see")
    person.choose("Yes, send this and let them see it").press("Send")
    return person.visitor.path


@pytest.fixture
def charity(arrive: Arrive) -> Reader:
    return Reader(arrive(phone=True))


@pytest.fixture
def link(asked: str, charity: Reader) -> str:
    """The path in the letter to the charity."""
    return charity.letter(ITS_ADDRESS, "A request for your service")


def finds_it_closed(charity: Visitor, path: str, status: int, sentence: str) -> None:
    """The page says kindly that there is nothing to open, and what to do."""
    answer = charity.page.goto(charity.address + path)
    assert answer is not None and answer.status == status
    charity.complaints.clear()  # the browser notes the status; that is what the test is about
    charity.check().sees(GONE).sees(sentence)


def take_back(person: Reader, asked: str) -> None:
    person.visit(asked).press("Take this back").choose("It was made by mistake").press("Take it back")


def test_it_cannot_help_and_says_why_to_the_person_and_their_coach(
    arrive: Arrive, person: Reader, asked: str, charity: Reader, link: str
) -> None:
    charity.visit(link).reads("A row of beans").choose("We cannot help this time")
    charity.fill("A line about it", "Every plot is taken").press("Send your answer")
    charity.sees("There is a problem").sees("Choose a reason.")
    assert charity.page.get_by_label("A line about it").input_value() == "Every plot is taken"
    charity.pick("Reason", "We are full for now").press("Send your answer").sees("Thank you")
    for reader in (person, Reader(arrive()).sign_in(COACH)):
        reader.visit(asked).sees("They could not help").sees("We are full for now")
        reader.reads("Every plot is taken")


def test_pressing_twice_says_it_once(person: Reader, asked: str, charity: Reader, link: str) -> None:
    first, second = charity, Reader(Visitor(charity.page.context.new_page(), charity.visitor.address))
    for one in (first, second):
        one.visit(link).choose("Yes, we can help")
    first.press("Send your answer").sees("Thank you")
    second.press("Send your answer")
    person.visit(asked)
    assert person.page.locator(".referrals-lines strong", has_text="They said yes").count() == 1
    take_back(person, asked)


def test_a_link_closes_when_the_person_changes_their_mind(
    person: Reader, asked: str, charity: Reader, link: str
) -> None:
    charity.visit(link).reads("A row of beans")
    take_back(person, asked)
    finds_it_closed(charity.visitor, link, 404, "when the person changes their mind")


def test_a_link_ends_after_its_time(place: Path, person: Reader, asked: str, charity: Reader) -> None:
    referral = UUID(asked.strip("/").rpartition("/")[2])
    with override_settings(SECRET_KEY=(place / "secret").read_text().strip()):
        late = links.make(ANSWER_LINK, referral, days=-1)
        fresh = links.make(ANSWER_LINK, referral, days=1)
    charity.visit(f"/answer/{fresh}/").reads("A row of beans")
    finds_it_closed(charity.visitor, f"/answer/{late}/", 410, "This link has run out.")
    take_back(person, asked)


def test_a_forged_link_opens_nothing(person: Reader, asked: str, charity: Reader, link: str) -> None:
    payload, rest = link.removeprefix("/answer/").split(":", 1)
    for forged in (f"/answer/{payload}x:{rest}", "/answer/anything/", f"/cy{link.rstrip('/')}x/"):
        finds_it = charity.page.request.get(charity.visitor.address + forged)
        assert finds_it.status == 404
        assert "A row of beans" not in finds_it.text()
    finds_it_closed(charity.visitor, "/answer/anything/", 404, "Check that you copied all of it.")
    take_back(person, asked)


def test_a_link_of_one_kind_opens_no_page_of_another(charity: Reader, link: str) -> None:
    token = link.removeprefix("/answer/").strip("/")
    for page in ("asked", "say", "questions"):
        charity.is_turned_away(f"/{page}/{token}/")
