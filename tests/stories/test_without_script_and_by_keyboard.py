"""The house without script, and without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.stories.conftest import Arrive
from tests.support.reader import Reader
from tests.support.visitor import Visitor

pytestmark = pytest.mark.story

CLINICIAN = "anwen@cwmteg.example"
PERSON = "rhys@cwmteg.example"
FOCUSED = """() => { const e = document.activeElement
  return (e.labels?.[0] ?? e).innerText.split("(")[0].trim() }"""
FEW = 25


class Keyboard:
    """Somebody with nothing but a keyboard; every key that is not part of a word is counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.strokes = page, 0

    def press(self, key: str) -> Keyboard:
        self.page.keyboard.press(key)
        self.strokes += 1
        return self

    def tab_to(self, name: str) -> Keyboard:
        """Press Tab until the focus is on what has this name."""
        for _ in range(FEW):
            self.press("Tab")
            if self.page.evaluate(FOCUSED) == name:
                return self
        raise AssertionError(f"Tab does not reach {name!r}")

    def write(self, name: str, words: str) -> Keyboard:
        self.tab_to(name)
        self.page.keyboard.type(words)
        return self


@pytest.mark.parametrize("language", ["en", "cy"], ids=["English", "Welsh"])
def test_somebody_asks_for_support_without_script(arrive: Arrive, language: str) -> None:
    somebody = Reader(arrive(phone=True, script=False), language)
    somebody.visit("/").press("Ask for support").press("Start now")
    somebody.choose("Me").press("Continue")
    somebody.fill("Full name", "Awel Plain").press("Continue")
    somebody.choose("Phone call").fill("Phone number", "07700 900155").press("Continue")
    somebody.choose("No", of="Is it safe to leave a message?").press("Continue")
    somebody.choose("British Sign Language").press("Continue").press("Continue")
    somebody.fill("What matters to you?", "Being understood").press("Continue")
    somebody.reads("Awel Plain", "07700 900155", "Being understood").press("Send").sees("We have it")
    somebody.visit("/start/check/").sees("We have it")


def test_a_clinician_refers_somebody_by_keyboard_with_few_keys(visitor: Visitor) -> None:
    visitor.sign_in(CLINICIAN).visit("/refer/")
    keys = Keyboard(visitor.page)
    keys.tab_to("Skip to main content").press("Enter")
    keys.write("Full name", "Gwyn Keys").tab_to("Phone call").press("Space")
    keys.write("Phone number", "07700 900166")
    keys.write("What matters to them, in a line?", "Getting back to the kitchen")
    keys.tab_to("They know that I am asking, and they agree").press("Space")
    with visitor.page.expect_navigation():
        keys.tab_to("Send").press("Enter")
    visitor.check().sees("Waiting for an answer")
    assert keys.strokes <= FEW, f"{keys.strokes} keys"


@pytest.mark.parametrize("path", ["/", "/support/", "/start/who/", "/account/sign-in/", "/cy/"])
def test_the_first_key_skips_to_what_the_page_is_about(visitor: Visitor, path: str) -> None:
    visitor.visit(path)
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_function("document.activeElement.id === 'main-content'")
    visitor.page.wait_for_url("**#main-content")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_person_can_leave_every_page_of_theirs_at_once(arrive: Arrive, script: bool) -> None:
    person = arrive(phone=True, script=script).come_back(PERSON)
    sides: Callable[[], list[str]] = lambda: person.page.eval_on_selector_all(  # noqa: E731
        "main a[href]", "all => all.map(a => a.getAttribute('href'))"
    )
    own = ["/my/page/", "/my/circle/", "/my/measures/", "/my/record/", "/my/record/seen/", *sides()]
    for path in dict.fromkeys(path for path in own if path.startswith(("/my/", "/person/", "/referrals/"))):
        person.visit(path)
        assert person.page.locator(".govuk-exit-this-page a").count() == 1, path


def test_somebody_who_asks_can_leave_at_once(visitor: Visitor) -> None:
    for path in ("/start/", "/start/who/"):
        assert visitor.visit(path).page.locator(".govuk-exit-this-page a").count() == 1
