"""One person's story, from the front door to "it helped", in English and in Welsh."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

COACH, COACH_NAME = "nia@cwmteg.example", "Nia Prydderch"
GARDENERS = "gardd-y-felin@yr-hen-felin.example"
HOME = "ZZ1 2AB"
TEAM_TALK = "We talked about the greenhouse and about sleep."
TEAM_STEP = "Ring the garden on Monday"


@dataclass(frozen=True)
class Told:
    """What one person says of themselves, in their own language."""

    name: str
    email: str
    matters: str
    what_matters: str
    strength: str
    communication: str
    health: str
    goal: str
    step: str
    next_step: str
    search: str
    need: str
    garden: str
    programme: str
    team: str
    thanks: str
    happened: str


TOLD = {
    "en": Told(
        name="Delyth Marchant",
        email="delyth@person.example",
        matters="I want to get out of the house again",
        what_matters="My garden, my two grandsons, and being asked for my advice",
        strength="I can make anything grow",
        communication="Text me first and give me time",
        health="My back has been bad since the spring",
        goal="Work outdoors with other people",
        step="Walk to the mill and back",
        next_step="Find my old garden gloves",
        search="garden",
        need="Gardens and nature",
        garden="The Mill Garden",
        programme="Good Work",
        team="Cwm Teg Work and Health",
        thanks="We look forward to meeting you",
        happened="I have planted forty leeks",
    ),
    "cy": Told(
        name="Heledd Cynwal",
        email="heledd@person.example",
        matters="Dw i eisiau mynd allan o'r tŷ eto",
        what_matters="Fy ngardd, fy ŵyr bach, a chael rhywun yn gofyn am gyngor",
        strength="Galla i wneud i unrhyw beth dyfu",
        communication="Anfonwch neges gyntaf, a rhowch amser i mi",
        health="Mae fy nghefn wedi bod yn ddrwg ers y gwanwyn",
        goal="Gweithio yn yr awyr agored gyda phobl eraill",
        step="Cerdded i'r felin ac yn ôl",
        next_step="Dod o hyd i fy hen fenig garddio",
        search="gardd",
        need="Gerddi a byd natur",
        garden="Gardd y Felin",
        programme="Gwaith Da",
        team="Gwaith ac Iechyd Cwm Teg",
        thanks="Rydyn ni'n edrych ymlaen at gwrdd â chi",
        happened="Dw i wedi plannu pedwar deg o gennin",
    ),
}


@dataclass(frozen=True)
class Story:
    """Who is in it. Each has a browser of their own; the person's is a phone."""

    person: Reader
    coach: Reader
    gardeners: Reader
    told: Told


@pytest.fixture(params=["en", "cy"], ids=["English", "Welsh"])
def story(request: pytest.FixtureRequest, arrive: Arrive) -> Story:
    language: str = request.param
    person, coach, gardeners = arrive(phone=True), arrive(), arrive(phone=True)
    return Story(
        Reader(person, language), Reader(coach, language), Reader(gardeners, language), TOLD[language]
    )


def test_one_person_is_heard_and_says_it_helped(story: Story) -> None:
    when_they_ask_for_support_on_their_phone(story)
    then_they_have_a_reference_and_a_letter(story)

    when_a_coach_says_yes_from_the_list_of_requests(story)
    when_the_coach_tries_to_reach_them_and_then_talks_with_them(story)
    then_the_person_finds_the_talk_on_their_own_page(story)

    when_they_write_about_themselves(story)
    when_they_let_the_team_in_after_seeing_what_it_would_see(story)
    when_they_write_a_goal_and_a_step(story)
    when_the_coach_adds_a_step(story)
    then_each_entry_says_who_wrote_it_and_the_person_agrees_the_plan(story)

    when_they_answer_questions_by_link(story, ratings=("3", "4", "2", "6"))
    page = when_they_ask_a_garden_near_them_from_their_goal(story)
    when_the_gardeners_answer_by_link_without_an_account(story)
    when_the_person_says_that_it_happened_and_helped(story, page)
    then_everybody_reads_one_timeline(story, page)
    when_they_answer_questions_by_link(story, ratings=("7", "7", "6", "3"))
    then_before_and_after_stand_in_a_picture_with_its_table(story)

    when_the_coach_ends_the_support(story)
    then_the_page_is_still_theirs(story)
    then_they_see_who_looked(story)
    then_they_can_take_everything_with_them(story)
    when_they_stop_everybody_the_coach_is_turned_away_at_once(story)


def when_they_ask_for_support_on_their_phone(story: Story) -> None:
    person, told = story.person, story.told
    person.visit("/").press("Ask for support").press("Start now")
    person.choose("Me").press("Continue")
    person.fill("Full name", told.name).press("Continue")
    person.choose("Text message").choose("E-mail")
    person.fill("Phone number", "07700 900142").fill("E-mail address", told.email).press("Continue")
    person.choose("Yes", of="Is it safe to leave a message?").press("Continue")
    person.choose("Welsh" if person.language == "cy" else "English").press("Continue")
    person.fill("Postcode", HOME).press("Continue")
    person.fill("What matters to you?", told.matters).press("Continue")
    person.reads(told.name, told.matters).sees("Who will see this").press("Send")


def then_they_have_a_reference_and_a_letter(story: Story) -> None:
    person = story.person
    person.sees("We have it").sees("What happens next")
    assert re.search(r"\b[B-Z0-9]{4}-[B-Z0-9]{4}\b", person.page.locator("main").inner_text())
    assert person.letter(story.told.email, "We have your request")


def when_a_coach_says_yes_from_the_list_of_requests(story: Story) -> None:
    coach, told = story.coach, story.told
    coach.sign_in(COACH).go_to("Front door").follow(told.name).reads(told.matters, told.name)
    coach.press("Say yes").pick("Programme", told.programme).pick("Coach", COACH_NAME).press("Say yes")
    coach.sees("They said yes")


def when_the_coach_tries_to_reach_them_and_then_talks_with_them(story: Story) -> None:
    coach, told = story.coach, story.told
    coach.go_to("My people").follow(told.name).press("Note a try to reach them")
    coach.choose("By phone").choose("No answer").press("Save")
    coach.press("Write down a talk").choose("By phone").fill("What did you talk about?", TEAM_TALK)
    coach.fill("Next step, in the person's words", TEAM_STEP).press("Save").reads(TEAM_STEP)


def then_the_person_finds_the_talk_on_their_own_page(story: Story) -> None:
    person, told = story.person, story.told
    person.sign_in(told.email).sees("Hello, %(name)s", name=told.name).reads(TEAM_STEP)
    person.follow("Write my own next step").fill("My next step", told.next_step).press("Save")
    person.reads(told.next_step).does_not_read(TEAM_STEP)


def when_they_write_about_themselves(story: Story) -> None:
    person, told = story.person, story.told
    person.follow("Write what matters to you").follow("Write")
    person.fill("In your own words", told.what_matters).press("Save")
    for heading, text in (
        ("What I am good at", told.strength),
        ("How I communicate and how to communicate with me", told.communication),
        ("My health in my own words", told.health),
    ):
        person.follow(heading).fill("In your own words", text).press("Save").reads(text)
    person.follow("Say how much hope there is").choose("4").press("Save").sees("My own hope")


def when_they_let_the_team_in_after_seeing_what_it_would_see(story: Story) -> None:
    person, told = story.person, story.told
    person.go_to("My circle").press("Let somebody in").pick("An organisation", told.team)
    person.fill("What is it for?", told.matters)
    person.choose("About me: what matters to me, my strengths, how to talk with me")
    person.choose("My plan: goals, steps and notes of our talks")
    person.choose("How things are: my answers to questions and how they change")
    person.choose("Three months").press("Look at what they will see")
    person.sees("What will they see?").reads(told.what_matters, told.strength).does_not_read(told.health)
    person.press("Yes, let them in").sees("Done. You can stop this at any time.")


def when_they_write_a_goal_and_a_step(story: Story) -> None:
    person, told = story.person, story.told
    person.go_to("My plan").press("Add a goal").fill("What do you want?", told.goal)
    person.choose("People and purpose").choose("2").press("Save")
    person.follow("Open this goal").follow("Add a step").fill("What will be done?", told.step)
    person.choose("Me").press("Save").reads(told.step)


def when_the_coach_adds_a_step(story: Story) -> None:
    coach, told = story.coach, story.told
    coach.go_to("My people").follow(told.name).follow(told.goal).follow("Add a step")
    coach.fill("What will be done?", "Ask about gloves").choose("The coach").press("Save")


def then_each_entry_says_who_wrote_it_and_the_person_agrees_the_plan(story: Story) -> None:
    person = story.person
    person.go_to("My plan").reads("Ask about gloves", COACH_NAME).press("Read it and say yes")
    person.press("Yes, this is my plan").sees("The plan is agreed.")


def when_they_answer_questions_by_link(story: Story, ratings: tuple[str, ...]) -> None:
    coach, person, told = story.coach, story.person, story.told
    coach.go_to("My people").follow(told.name).follow("Ask some questions about how things are")
    for box in coach.page.locator("main input[name=instruments]").all():
        box.set_checked(box.get_attribute("value") == "ons4")
    coach.choose("Send a link, to answer on their own phone or computer").press("Continue")
    person.visit(person.letter(told.email, "Some questions for you")).press("Start")
    for question, rating in zip(person.page.locator("main fieldset").all(), ratings, strict=True):
        question.get_by_label(rating, exact=True).check()
    person.press("Save and finish").sees("What the answers show")


def when_they_ask_a_garden_near_them_from_their_goal(story: Story) -> str:
    """Search from the goal, look at what they would see, say yes; the path of the referral."""
    person, told = story.person, story.told
    person.go_to("My plan").follow("Find support for this")
    person.fill("What are you looking for?", told.search).fill("Near where?", HOME).press("Search")
    person.sees("It sounds like:").visitor.press(told.need)
    person.follow(told.garden).press("Ask this service")
    person.choose("About me: what matters to me, how to talk with me").press("See what they will see")
    person.reads(told.goal, told.strength).does_not_read(told.health)
    person.choose("Yes, send this and let them see it").press("Send").sees("Waiting for an answer")
    return person.visitor.path


def when_the_gardeners_answer_by_link_without_an_account(story: Story) -> None:
    them, told = story.gardeners, story.told
    link = them.letter(GARDENERS, "A request for your service")
    for answer in ("Yes, we can help", "We have started", "We have finished"):
        them.visit(link).reads(told.goal, told.communication).does_not_read(told.health, COACH_NAME)
        them.choose(answer).fill("A line about it", told.thanks).press("Send your answer").sees("Thank you")


def when_the_person_says_that_it_happened_and_helped(story: Story, page: str) -> None:
    person, told = story.person, story.told
    assert person.letter(told.email, "How did it go?")
    person.visitor.visit(page)
    person.press("Say how it went").choose("Yes, it happened").choose("It helped a lot")
    person.fill("In your own words", told.happened).press("Save and close")
    person.sees("Thank you. This is closed now.").sees("Closed by the person")


def then_everybody_reads_one_timeline(story: Story, page: str) -> None:
    for reader in (story.person, story.coach):
        reader.visitor.visit(page)
        reader.reads(story.told.thanks, story.told.happened).sees("Finished").sees("It helped a lot")


def then_before_and_after_stand_in_a_picture_with_its_table(story: Story) -> None:
    person = story.person
    person.visit("/my/measures/")
    assert person.page.locator("main figure svg").count()
    assert person.page.locator("main figure table").count()


def when_the_coach_ends_the_support(story: Story) -> None:
    coach, told = story.coach, story.told
    coach.go_to("My people").follow(told.name).follow("Close this support")
    coach.choose("They have what they came for").fill("Message back to whoever asked", told.thanks)
    coach.choose("The person has read this message and agrees to it").press("See what will be sent")
    coach.reads(told.thanks).press("End the support").sees("The support has ended.")


def then_the_page_is_still_theirs(story: Story) -> None:
    person, told = story.person, story.told
    person.visit("/my/page/").reads(told.what_matters, told.goal)
    person.follow("My story so far").reads(told.happened, TEAM_TALK)


def then_they_see_who_looked(story: Story) -> None:
    story.person.visit("/my/record/seen/").reads(COACH_NAME, story.told.team).sees("Looked at your page")


def then_they_can_take_everything_with_them(story: Story) -> None:
    person, told = story.person, story.told
    kept = (told.name, told.what_matters, told.health, told.goal, told.step, told.happened, TEAM_TALK)
    person.visit("/my/record/").reads(*kept)
    answer = person.page.request.get(person.visitor.address + "/my/record/data/")
    written = json.dumps(answer.json(), ensure_ascii=False)
    assert [text for text in kept if text not in written] == []


def when_they_stop_everybody_the_coach_is_turned_away_at_once(story: Story) -> None:
    person, coach = story.person, story.coach
    plan = person.go_to("My plan").visitor.path
    coach.visitor.visit(plan)
    person.go_to("My circle")
    while (stop := person.page.locator("main form[action*='/stop/'] button")).count():
        person.through(stop.first)
    person.sees("Nobody is let in now.")
    theirs = plan.removesuffix("plan/")
    for path in (theirs, plan, f"{theirs}about-me/", f"{theirs}measures/", f"{theirs}story/"):
        coach.is_turned_away(path)
