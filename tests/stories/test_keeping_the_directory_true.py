"""A choir leader keeps an entry right in thirty seconds; a resident says what is missing; a steward decides."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from django.test import override_settings

from cydwaith.commons.people import links
from cydwaith.place.directory.policy import ASSURE
from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

LANGUAGES = pytest.mark.parametrize("language", ["en", "cy"], ids=["English", "Welsh"])
STEWARD = "elin@cwmteg.example"
PAINT, ITS_ADDRESS = "Paint and natter", "celf@yr-hen-felin.example"
PAINT_IN_WELSH = "Paentio a chlonc"
SWIMMING, THEIR_ADDRESS = "Calm swimming", "nofio@hamdden-teg.example"
LETTER = "Is this still right?"


def entry(reader: Reader, name: str) -> Reader:
    """The page of an entry, as anybody finds it."""
    reader.visit(f"/support/?words={name.replace(' ', '+')}")
    return reader.follow(name)


def queue(arrive: Arrive) -> Reader:
    return Reader(arrive()).sign_in(STEWARD).visit("/keeping/proposals/")


@LANGUAGES
def test_one_press_in_the_letter_says_that_all_is_right(arrive: Arrive, language: str) -> None:
    leader = Reader(arrive(phone=True), language)
    leader.visit(leader.letter(ITS_ADDRESS, LETTER)).sees(LETTER)
    leader.press("Yes, all still right").sees("Thank you")
    leader.sees("Everybody can see now that you have checked it today. We ask again in some months.")
    entry(leader, PAINT_IN_WELSH if language == "cy" else PAINT)
    leader.sees("Checked today").sees("by the group itself")


def test_one_press_is_enough_without_script_too(arrive: Arrive) -> None:
    path = Reader(arrive()).letter(ITS_ADDRESS, LETTER)
    leader = Reader(arrive(phone=True, script=False)).visit(path)
    leader.press("Yes, all still right").sees("Thank you")


def test_one_press_is_enough_by_keyboard(arrive: Arrive) -> None:
    leader = Reader(arrive())
    leader.visit(leader.letter(ITS_ADDRESS, LETTER))
    button = leader.page.get_by_role("button", name="Yes, all still right")
    strokes = 0
    while not button.evaluate("button => button === document.activeElement"):
        leader.page.keyboard.press("Tab")
        strokes += 1
        assert strokes < 15
    with leader.page.expect_navigation():
        leader.page.keyboard.press("Enter")
    leader.visitor.check().sees("Thank you")


@LANGUAGES
def test_a_group_changes_its_entry_a_steward_agrees_and_everybody_reads_it(
    arrive: Arrive, language: str
) -> None:
    leader = Reader(arrive(phone=True), language)
    path = leader.letter(THEIR_ADDRESS, LETTER)
    leader.visit(path)
    leader.page.get_by_text(leader.words("Something has changed"), exact=True).click()
    phone = "01632 960801" if language == "en" else "01632 960802"
    leader.fill("Phone", phone).press("Send what I wrote").sees("Thank you")
    entry(leader, "Calm swimming" if language == "en" else "Nofio tawel").does_not_read(phone)
    steward = queue(arrive).follow(SWIMMING).sees("What would change").reads(phone)
    steward.press("Yes, change it").sees("Done. Everybody sees it now.")
    entry(leader, "Calm swimming" if language == "en" else "Nofio tawel").reads(phone)
    leader.visit(path).sees("Your changes so far").sees("Done")


def test_a_pause_and_room_show_at_once(arrive: Arrive) -> None:
    leader = Reader(arrive(phone=True))
    path = leader.letter(THEIR_ADDRESS, LETTER)
    leader.visit(path)
    pause = "Send us nobody until"
    leader.fill("Day", "3", of=pause).fill("Month", "2", of=pause).fill("Year", "2020", of=pause)
    leader.press("Send what I wrote").sees("There is a problem")
    leader.sees("Give the last day of the pause. It must be today or later.")
    leader.fill("Year", "2126", of=pause).press("Send what I wrote").sees("Thank you")
    entry(leader, SWIMMING).reads("They are having a pause until 3 February 2126.")
    leader.sees("Not taking new people now")
    leader.visit(path)
    for part in ("Day", "Month", "Year"):
        leader.fill(part, "", of=pause)
    leader.fill("How many more people can you take now?", "4").choose("We need volunteers")
    leader.press("Yes, all still right").sees("Thank you")
    entry(leader, SWIMMING).reads("They could take 4 more people on", "They need volunteers.")
    leader.sees("Taking new people")


def test_a_refusal_is_heard_with_its_reason(arrive: Arrive) -> None:
    leader = Reader(arrive(phone=True))
    path = leader.letter(ITS_ADDRESS, LETTER)
    leader.visit(path)
    leader.page.get_by_text("Something has changed", exact=True).click()
    leader.fill("Name", "The best painting in Wales").press("Send what I wrote")
    steward = queue(arrive).follow(PAINT).press("Leave it as it is").sees("There is a problem")
    steward.fill("Why not? Whoever sent it reads this.", "Names stay plain.").press("Leave it as it is")
    leader.visit(leader.letter(ITS_ADDRESS, "We have looked at your change"))
    leader.sees("Left as it was").reads("Names stay plain.")


def test_a_link_ends_and_a_forged_one_opens_nothing(arrive: Arrive, place: Path) -> None:
    somebody = Reader(arrive(phone=True))
    entry(somebody, PAINT)
    service = UUID(somebody.visitor.path.strip("/").rpartition("/")[2])
    with override_settings(SECRET_KEY=(place / "secret").read_text().strip()):
        late = links.make(ASSURE, service, days=-1)
    for path, status in ((f"/still-right/{late}/", 410), ("/still-right/anything/", 404)):
        answer = somebody.page.goto(somebody.visitor.address + path)
        assert answer is not None and answer.status == status
        somebody.visitor.complaints.clear()
        somebody.visitor.check().sees("This link no longer opens anything")


@LANGUAGES
def test_a_resident_says_what_is_wrong_and_hears_what_came_of_it(arrive: Arrive, language: str) -> None:
    resident = Reader(arrive(phone=True), language)
    name = "Tegbridge Library" if language == "en" else "Llyfrgell Pont-y-teg"
    entry(resident, name).follow("Something wrong here?")
    resident.press("Send").sees("Say what is wrong, or change what is not right.")
    mine = f"mair-{language}@example.org"
    resident.fill("What is wrong, or has changed?", f"The door is green now ({language})")
    resident.fill("Your e-mail", mine).press("Send").sees("Thank you")
    steward = queue(arrive)
    waiting = steward.page.locator("main table a", has_text="Tegbridge Library").last
    steward.through(waiting).reads(f"The door is green now ({language})").press("It is done")
    resident.visit(resident.letter(mine, "What came of your suggestion"))
    resident.sees("You were right. The directory says so now. Thank you.")


@LANGUAGES
def test_a_resident_tells_of_something_new_and_it_is_found(arrive: Arrive, language: str) -> None:
    resident = Reader(arrive(phone=True), language)
    name = "Moonlight knitting" if language == "en" else "Gweu yng ngolau'r lleuad"
    resident.visit("/tell-us/").press("Send").sees("There is a problem")
    resident.fill("What is it called?", name).choose("A group or club")
    resident.fill("Where is it?", "Salem Chapel Hall, Bellford").fill("When?", "Fridays, 7pm to 9pm")
    resident.press("Send").sees("Thank you")
    queue(arrive).follow(name).press("Put it in the directory").sees("Done. Everybody sees it now.")
    entry(resident, name).reads("Salem Chapel Hall").sees("Checked today")


def test_what_is_there_already_is_not_added_twice(arrive: Arrive) -> None:
    resident = Reader(arrive(phone=True)).visit("/tell-us/")
    resident.fill("What is it called?", "Tegbridge mens shed").choose("A group or club")
    resident.fill("Where is it?", "Tegbridge").press("Send")
    steward = queue(arrive).follow("Tegbridge mens shed").sees("Is it one of these?")
    steward.through(steward.page.locator("button", has_text="Tegbridge Men's Shed"))
    steward.sees("It is one with the entry that was there. It lost nothing.")


@LANGUAGES
def test_a_steward_sees_what_is_due_and_asks_at_once(arrive: Arrive, language: str) -> None:
    steward = Reader(arrive(), language).sign_in(STEWARD).visit("/keeping/due/")
    name = "Seated tai chi" if language == "en" else "Gofal plant a gwybodaeth i deuluoedd"
    row = steward.page.locator("tr").filter(has_text=name)
    if row.count():
        steward.through(row.get_by_role("button")).sees("The letter is on its way.")
    for heap in ("asked", "answered", "unanswered"):
        steward.visit(f"/keeping/{heap}/")
    steward.visit("/keeping/unanswered/").sees("No answer")
    steward.visit("/keeping/rhythm/").fill("Months between checks", "x").press("Save")
    steward.sees("There is a problem")
    steward.fill("Months between checks", "6").press("Save").sees("Saved.")
