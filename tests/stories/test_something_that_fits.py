"""Four hours a week are offered, looked at, found to fit, and answered; a mid-life review ends in the plan."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

LANGUAGES = pytest.mark.parametrize("language", ["en", "cy"], ids=["English", "Welsh"])
EMPLOYER, STEWARD = "sioned@cwmteg.example", "elin@cwmteg.example"
PERSON = {"en": ("rhys@cwmteg.example", "Rhys"), "cy": ("eleri@cwmteg.example", "Eleri")}
ROLE = {"en": "Four hours in the staff kitchen", "cy": "Pedair awr yng nghegin y staff"}
DAY = {"en": "We bake the scones and wash up.", "cy": "Rydyn ni'n pobi'r sgons ac yn golchi'r llestri."}
SAYS = {"en": "I bake.", "cy": "Dw i'n coginio."}
ANSWER = {"en": "Come on Monday at ten", "cy": "Dewch ddydd Llun am ddeg"}
FIRST = {"en": "Walk to the lake on Tuesdays", "cy": "Cerdded at y gronfa ar ddydd Mawrth"}
SECOND = {"en": "Ask about shorter days", "cy": "Holi am ddiwrnodau byrrach"}


def offers_four_hours(reader: Reader, language: str) -> None:
    """Fill in just what a role needs, from top to bottom."""
    reader.choose("Job", of="What is it?")
    reader.fill("What is it called?", ROLE[language]).fill("Who offers it?", "Cwm Teg Hospital")
    reader.choose("Food, cafés and hotels", of="What kind of work is it?")
    reader.fill("What is a day like?", DAY[language])
    reader.fill("Fewest hours a week", "4").fill("Most hours a week", "4")
    reader.choose("Days and times can be chosen together")
    reader.fill("Postcode", "ZZ1 2AB").fill("How much, or which expenses?", "£12.60")
    reader.choose("breaks when you need them", of="What can you offer?")
    reader.choose("a chat first", of="How can people start?")


@LANGUAGES
def test_an_employer_offers_four_hours_and_hears_only_what_somebody_chose(
    arrive: Arrive, language: str
) -> None:
    employer, steward = (Reader(arrive(), language) for _ in range(2))
    person = Reader(arrive(phone=True), language)
    email, name = PERSON[language]

    employer.sign_in(EMPLOYER).go_to("What we offer").press("Offer something new")
    offers_four_hours(employer, language)
    employer.press("Send").reads(ROLE[language]).sees("Waiting to be looked at")
    person.sign_in(email).visit("/my/what-fits/").does_not_read(ROLE[language])

    steward.sign_in(STEWARD).visit("/opportunities/check/").follow(ROLE[language])
    steward.press("Let it through").sees("Done. Everybody sees it now.")

    person.visit("/my/what-fits/").reads(ROLE[language])
    mine = person.page.locator(".seeking-one").filter(has_text=ROLE[language])
    said = mine.inner_text()
    fits = ("Food, cafés and hotels", "days and times chosen together")
    assert all(person.words(words) in said for words in fits), said
    person.through(mine.get_by_role("link", name=person.words("I'm interested")))
    person.fill("Something I want to say", SAYS[language]).press("Tell them")
    person.sees("They know now. You can take it back whenever you want.")

    employer.visit("/opportunities/mine/").follow(ROLE[language])
    employer.follow("People who asked us to tell you").reads(name, SAYS[language]).does_not_read(email)
    employer.choose("Come and see us").fill("When and where, or a kind word", ANSWER[language])
    employer.through(employer.page.locator("main").get_by_role("button", name=employer.words("Answer")))
    employer.reads(ANSWER[language])

    person.visit("/my/what-fits/").sees("Come and see us").reads(ANSWER[language])
    taken = person.page.locator("section.seeking-one").filter(has_text=ROLE[language])
    person.through(taken.locator("button[name=withdraw]"))
    person.sees("Taken back. They cannot see it any more.")
    employer.visit(employer.visitor.path.removeprefix("/cy")).sees("Nobody yet.").does_not_read(
        SAYS[language]
    )


@LANGUAGES
def test_a_mid_life_review_ends_with_two_steps_in_the_plan(arrive: Arrive, language: str) -> None:
    person = Reader(arrive(phone=True), language).sign_in(PERSON[language][0])
    person.visit("/my/midlife/").choose("A health check").press("Begin").sees("Work")
    person.choose("6", of="How well can I do my work now?").press("Go on").sees("Health")
    person.choose("Sleep").press("Go on").sees("Money and home")
    person.choose("I do not know").press("Go on").sees("What I will do")
    person.fill("The first thing that I will do", FIRST[language])
    person.fill("A second thing", SECOND[language]).press("Put it in the plan")
    person.sees("Done. What you chose stands in the plan.").reads(FIRST[language], SECOND[language])
    person.follow("See it in the plan").reads(FIRST[language], SECOND[language])
    person.sees("To stay well, and in work that fits me")


def test_a_group_without_an_account_keeps_its_role_by_the_link_in_its_letter(arrive: Arrive) -> None:
    group, steward = Reader(arrive(phone=True)), Reader(arrive())
    group.visit("/opportunities/").follow("Better off? What to ask first")
    group.press("Find a benefits adviser near you")
    group.visit("/opportunities/offer/").press("Send").sees("There is a problem")
    offers_four_hours(group, "en")
    group.fill("Your e-mail", "clwb@cwmteg.example").press("Send").sees("Thank you")
    letter = group.letter("clwb@cwmteg.example", "What you offer is with us")
    group.visit(letter).sees("Somebody looks at it first. You hear from us.")
    steward.sign_in(STEWARD).visit("/opportunities/check/").follow(ROLE["en"]).press("Let it through")
    group.visit(letter).press("Pause it").sees("It is paused. Nobody finds it until you open it again.")
    group.press("Change it").fill("What is it called?", "Baking together").press("Save")
    group.sees("What would change").reads("Baking together").press("Close it").sees("It is closed.")
