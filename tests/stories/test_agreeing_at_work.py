"""An employer agrees and later looks again; an employer sees whoever invited them, and nothing else of them."""

from __future__ import annotations

import re

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

LANGUAGES = pytest.mark.parametrize("language", ["en", "cy"], ids=["English", "Welsh"])
PERSON = {"en": ("rhys@cwmteg.example", "Rhys"), "cy": ("eleri@cwmteg.example", "Eleri")}
WANTS = {"en": "Start at ten on Mondays", "cy": "Dechrau am ddeg ar ddydd Llun"}
OFFERS = {"en": "Half past nine, every day", "cy": "Hanner awr wedi naw, bob dydd"}


def invites(person: Reader, email: str, name: str) -> str:
    """Invite one contact; gives the path of their page, without the language."""
    person.visit("/my/workplace/").press("Invite somebody at work")
    person.fill("Which employer?", "Teg Bakery").fill("Whom do you invite?", name)
    person.fill("Their e-mail at work", email).fill("What is it for?", "Hours")
    person.press("Invite").sees("Invited. They have a link.")
    return re.sub("^/cy", "", person.visitor.path)


@LANGUAGES
def test_an_employer_agrees_in_another_way_and_later_looks_again(arrive: Arrive, language: str) -> None:
    person = Reader(arrive(phone=True), language)
    employer = Reader(arrive(), language)
    email, called = PERSON[language]
    contact = f"owner-{language}@shop.example"

    page = invites(person.sign_in(email), contact, "Alun")
    person.press("Propose something that helps").fill("What would help?", WANTS[language])
    person.press("Propose").sees("Waits for an answer")

    link = employer.letter(contact, "Somebody at work invites you to agree on something")
    employer.visit(link).reads(called, WANTS[language]).does_not_read(email)
    employer.follow("Answer").choose("We offer it in another way").press("Send")
    employer.sees("Say how it should be.")
    employer.choose("We offer it in another way").fill("The other way, or why not", OFFERS[language])
    employer.press("Send").sees("Another way is offered")

    person.visit(page).reads(OFFERS[language]).follow("Say something about it")
    person.choose("I take it that way").press("Send").sees("Agreed")

    employer.visit(link).sees("Agreed").follow("Answer")
    employer.choose("It still works: keep it").press("Send")
    employer.page.locator("summary").first.click()
    employer.sees("Looked at again and kept")

    person.visit(page).press("Stop: they see nothing any more")
    person.sees("Stopped. They cannot see it from now on.")
    assert employer.page.request.get(employer.visitor.address + link).status == 410


def test_an_employer_reads_what_was_proposed_and_nothing_else_of_the_person(arrive: Arrive) -> None:
    person = Reader(arrive(phone=True)).sign_in("eleri@cwmteg.example")
    page = invites(person, "rhodri@cwmteg.example", "Rhodri Eynon")
    person.press("Propose something that helps").pick("Begin from the library", "Start later")
    person.press("Take this").press("Propose")
    proposed = person.page.locator(".workplace-one h3").inner_text()

    employer = Reader(arrive()).sign_in("rhodri@cwmteg.example")
    employer.go_to("People who invited us").follow("Eleri").reads(proposed)
    employer.follow("A guide for managers").press("What can help at work").sees("Who may pay:")
    for path in ("", "plan/", "about/", "work/"):
        employer.is_turned_away(page.split("workplace/")[0] + path)

    other = Reader(arrive()).sign_in("sioned@cwmteg.example")
    other.go_to("People who invited us").reads("Priya").does_not_read("Eleri")


@LANGUAGES
def test_an_employer_asks_everybody_and_looks_at_itself(arrive: Arrive, language: str) -> None:
    account = {"en": "sioned@cwmteg.example", "cy": "rhodri@cwmteg.example"}[language]
    employer = Reader(arrive(), language).sign_in(account)
    employer.go_to("People who invited us").follow("Ask everybody how they are")
    employer.fill("How many people work here?", "40").press("Open a round")
    employer.follow("The codes, to print")
    code = employer.page.locator(".workplace-code").first.inner_text()
    worker = Reader(arrive(phone=True), language).visit("/pulse/")
    worker.fill("Your code", code.lower()).press("Send").sees("Answer one question at least.")
    worker.page.locator("main input[type=radio]").nth(7).check()
    worker.press("Send").sees("Thank you")
    employer.visit("/workplace/self-check/").press("Answer the statements").press("Keep")
    for question in employer.page.locator("main fieldset:has(input[type=radio])").all():
        question.locator("input").nth(1).check()
    employer.page.locator("main details summary").first.click()
    employer.page.locator("main input[name$=-will]").first.fill("A table")
    employer.press("Keep").reads("A table").sees("Now and before")
