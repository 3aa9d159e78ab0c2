"""Somebody looks for support in their own words, on a phone, in either language, with and without script."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story
PERSON = "rhys@cwmteg.example"
HOME, FAR_AWAY = "ZZ1 2AB", "SY23"
WORDS, NEAR = "What are you looking for?", "Near where?"


@dataclass(frozen=True)
class Said:
    """What somebody says, and what the need list calls it."""

    knees: str
    joints: str
    work: str
    physio: str
    crisis: str
    fear: str
    debt: str
    debts: str


SAID = {
    "en": Said(
        knees="my knees are gone and I was a roofer",
        joints="Sore joints, back or muscles",
        work="A different kind of work",
        physio="Back and joint pain: refer yourself",
        crisis="I want to kill myself",
        fear="my husband hits me",
        debt="I cannot pay my debts",
        debts="Debt and bills I cannot pay",
    ),
    "cy": Said(
        knees="mae fy mhengliniau wedi mynd",
        joints="Poen yn y cymalau, y cefn neu'r cyhyrau",
        work="Math gwahanol o waith",
        physio="Poen cefn a chymalau: atgyfeiriwch eich hun",
        crisis="dw i eisiau marw",
        fear="mae fy ngŵr yn fy nharo i",
        debt="dyled",
        debts="Dyled a biliau na allaf eu talu",
    ),
}


@pytest.fixture(params=["en", "cy"], ids=["English", "Welsh"])
def language(request: pytest.FixtureRequest) -> str:
    code: str = request.param
    return code


def ask(somebody: Reader, words: str, near: str = "") -> Reader:
    return somebody.visit("/support/").fill(WORDS, words).fill(NEAR, near).press("Search")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_own_words_lead_to_a_need_and_on_to_a_map_and_paper(
    arrive: Arrive, language: str, script: bool
) -> None:
    said, somebody = SAID[language], Reader(arrive(phone=True, script=script), language)
    ask(somebody, said.knees, HOME).sees("It sounds like:").visitor.press(said.joints)
    somebody.reads(said.physio)
    if not script or somebody.page.locator("details#filters").get_attribute("open") is None:
        somebody.page.locator("details#filters summary").click()
    somebody.choose("Not closed to new people").press("Show what fits")
    assert somebody.page.get_by_label(somebody.words(WORDS)).first.input_value() == said.knees
    assert somebody.page.url.endswith("#results")
    somebody.reads(said.physio).sees("You are looking at:")
    somebody.follow("Show on a map").sees("Where they are")
    pins = somebody.page.locator("svg.web-map a").count()
    assert pins == somebody.page.locator(".directory-number").count() > 2
    somebody.follow("Print it or send it to me").reads(said.physio)
    assert somebody.page.locator("a[href^='sms:']").count() >= 1
    assert somebody.words("Send by e-mail") in somebody.page.locator("main").inner_text()


def test_a_person_may_choose_from_the_whole_list_or_keep_to_their_words(
    arrive: Arrive, language: str
) -> None:
    said, somebody = SAID[language], Reader(arrive(phone=True), language)
    ask(somebody, said.knees, HOME).press("Something else").sees("What would you like help with?")
    somebody.visitor.press(said.work)
    somebody.sees("You are looking at:")
    somebody.press("Show everything for my words")
    assert somebody.page.locator("button[name=drop]").count() == 0


def test_words_of_crisis_bring_help_first(arrive: Arrive, language: str) -> None:
    said, somebody = SAID[language], Reader(arrive(phone=True), language)
    ask(somebody, said.crisis).sees("If you need help now").reads("999", "116 123")
    assert somebody.page.locator("main h2").first.inner_text() == somebody.words("If you need help now")


def test_fear_at_home_brings_help_and_a_way_out(arrive: Arrive, language: str) -> None:
    said, somebody = SAID[language], Reader(arrive(phone=True), language)
    ask(somebody, said.fear).reads("0808 80 10 800")
    assert somebody.page.locator(".govuk-exit-this-page a").count() == 1


def test_that_nothing_is_close_is_said_plainly(arrive: Arrive, language: str) -> None:
    said, somebody = SAID[language], Reader(arrive(phone=True), language)
    ask(somebody, said.debt, FAR_AWAY).visitor.press(said.debts)
    somebody.sees("There is nothing close. These are the nearest.")


def test_somebody_may_say_what_is_true_of_them_and_loses_nothing(arrive: Arrive, language: str) -> None:
    said, somebody = SAID[language], Reader(arrive(phone=True), language)
    ask(somebody, said.knees, HOME).visitor.press(said.joints)
    somebody.page.locator("details#filters summary").click()
    somebody.choose("I am disabled, or have been ill for long").press("Show what fits")
    somebody.reads(said.physio)
    assert somebody.page.locator("input[name=circumstances]:checked").count() == 1
    somebody.follow("Show on a map")
    assert somebody.page.locator("svg.web-map path.web-map__area").count() >= 1


def test_a_search_is_remembered_only_when_somebody_ticks_it(arrive: Arrive, language: str) -> None:
    said, somebody = SAID[language], Reader(arrive(phone=True), language).sign_in(PERSON)
    ask(somebody, said.debt).visitor.press(said.debts)
    somebody.through(somebody.page.locator("#remember button"))
    somebody.sees("Nothing was kept. Tick the box if we should remember it.")
    somebody.page.get_by_label(somebody.words("Remember for me that I look for this:")).check()
    somebody.through(somebody.page.locator("#remember button"))
    somebody.sees("We remember it for you. Only you see it.").reads(said.debts)
    somebody.through(somebody.page.locator("form[action$='/forget/'] button"))
    somebody.sees("It is forgotten.")
