"""A form that cannot be taken says what to do, leads there, and keeps what was typed; in both languages."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

PERSON, COACH, CLINICIAN = "rhys@cwmteg.example", "nia@cwmteg.example", "anwen@cwmteg.example"
FOCUSED = "document.activeElement.name"


@pytest.fixture(params=["en", "cy"], ids=["English", "Welsh"])
def language(request: pytest.FixtureRequest) -> str:
    chosen: str = request.param
    return chosen


def is_told(reader: Reader, sentence: str, field: str, **names: object) -> None:
    """The summary names the problem, and its link puts the focus on the field."""
    summary = reader.sees("There is a problem").page.locator(".govuk-error-summary")
    assert reader.page.title().startswith(reader.words("Error:"))
    summary.get_by_role("link", name=reader.words(sentence, **names), exact=True).click()
    assert reader.page.evaluate(FOCUSED) == field
    assert reader.page.locator(".govuk-error-message").count()


def value(reader: Reader, field: str) -> str:
    return reader.page.locator(f"main [name={field}]").first.input_value()


def test_the_front_door(arrive: Arrive, language: str) -> None:
    somebody = Reader(arrive(phone=True), language).visit("/start/who/").press("Continue")
    is_told(somebody, "Choose who this is for.", "referred_by")
    somebody.choose("Me").press("Continue").press("Continue")
    is_told(somebody, "Enter a name.", "name")
    somebody.fill("Full name", "Ceri Typed").press("Continue")
    somebody.choose("Phone call").fill("Address for letters", "2 Stryd Wag").press("Continue")
    is_told(somebody, "Enter a phone number, or choose another way to be in touch.", "phone")
    assert value(somebody, "address") == "2 Stryd Wag"
    somebody.fill("Phone number", "07700 900177").press("Continue")
    somebody.choose("Yes", of="Is it safe to leave a message?").press("Continue").press("Continue")
    somebody.fill("Postcode", "not one").press("Continue")
    assert value(somebody, "postcode") == "not one"
    somebody.fill("Postcode", "").press("Continue").press("Continue")
    is_told(somebody, "Say in a line what matters.", "matters")


def test_signing_in(arrive: Arrive, language: str) -> None:
    somebody = Reader(arrive(phone=True), language).visit("/account/sign-in/")
    email = somebody.page.locator("main [name=email]")
    email.fill("not an address")
    with somebody.page.expect_navigation():
        email.press("Enter")
    somebody.visitor.check()
    somebody.sees("There is a problem")
    assert value(somebody, "email") == "not an address"


def test_a_goal_a_step_and_hope(arrive: Arrive, language: str) -> None:
    person = Reader(arrive(phone=True), language).sign_in(PERSON)
    person.go_to("My plan").press("Add a goal").fill("Why does it matter to you?", "Because").press("Save")
    is_told(person, "Say what you want, in your own words.", "words")
    assert value(person, "why") == "Because"
    person.go_to("My plan").follow("Open this goal").follow("Add a step")
    person.fill("What will be done?", "A small thing").choose("A service").press("Save")
    person.sees("There is a problem")
    assert value(person, "words") == "A small thing"
    person.go_to("My plan").follow("About me").follow("Say how much hope there is")
    person.fill("Anything you want to say about it?", "Some").press("Save")
    is_told(person, "Choose a number from 0 to 10.", "value")
    assert value(person, "note") == "Some"


def test_letting_somebody_in(arrive: Arrive, language: str) -> None:
    person = Reader(arrive(phone=True), language).sign_in(PERSON)
    person.go_to("My circle").press("Let somebody in").fill("What is it for?", "A chat")
    person.press("Look at what they will see")
    is_told(person, "Choose at least one thing that they can see.", "scopes")
    is_told(person, "Choose an organisation or enter one e-mail address, not both.", "organisation")
    assert value(person, "purpose") == "A chat"


def test_a_talk_and_a_try(arrive: Arrive, language: str) -> None:
    coach = Reader(arrive(), language).sign_in(COACH)
    coach.go_to("My people").follow("Rhys").press("Write down a talk")
    coach.fill("What did you talk about?", "Bread").fill("Day", "45", of="On which day?").press("Save")
    coach.sees("There is a problem")
    assert value(coach, "about") == "Bread"
    assert value(coach, "on_day") == "45"


def test_a_short_referral(arrive: Arrive, language: str) -> None:
    clinician = Reader(arrive(), language).sign_in(CLINICIAN).visit("/refer/")
    clinician.fill("Full name", "Ceri Typed").press("Send")
    is_told(clinician, "Say in a line what matters.", "matters")
    is_told(clinician, "Choose at least one way to be in touch.", "contact_by")
    assert value(clinician, "name") == "Ceri Typed"


def test_an_unknown_place(arrive: Arrive, language: str) -> None:
    somebody = Reader(arrive(phone=True), language).visit("/support/")
    somebody.fill("What are you looking for?", "choir").fill("Near where?", "Nowhere at all").press("Search")
    is_told(somebody, "We do not know this place. Enter a postcode, like CF10 1EP, or a town.", "near")
    assert value(somebody, "words") == "choir"
