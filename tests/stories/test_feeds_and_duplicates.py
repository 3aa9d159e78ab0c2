"""A steward and the council's directory: what is held, what both sides changed, what is there twice."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

STEWARD = "elin@cwmteg.example"
COUNCIL = "Cyngor Cwm Teg"
LANGUAGES = pytest.mark.parametrize("language", ["en", "cy"])


def steward(arrive: Arrive, language: str = "en", **how: bool) -> Reader:
    return Reader(arrive(**how), language).sign_in(STEWARD)


@LANGUAGES
def test_every_page_is_fit_for_a_phone_in_both_languages(arrive: Arrive, language: str) -> None:
    reader = steward(arrive, language, phone=True)
    for path in ("/feeds/", "/feeds/add/", "/feeds/conflicts/", "/feeds/duplicates/"):
        reader.visit(path)
    reader.follow("Compare")
    reader.visit("/feeds/").follow(COUNCIL).press("See what would go")


def test_what_both_sides_changed_is_settled(arrive: Arrive) -> None:
    reader = steward(arrive).visit("/feeds/conflicts/").follow("Bulky waste collection")
    for value in ("£12 for three things", "£10 for three things", "£15 for three things"):
        reader.sees(value)
    reader.press("Save").sees("Choose ours or theirs for every field.")
    reader.choose("Take theirs").press("Save").sees("Nothing waits for you here.")
    reader.visit("/support/").fill("What are you looking for?", "bulky waste").press("Search")
    if reader.page.get_by_role("button", name="Show everything for my words").count():
        reader.press("Show everything for my words")
    reader.follow("Bulky waste collection").sees("£15 for three things")


def test_twins_become_one_and_two_again(arrive: Arrive) -> None:
    reader = steward(arrive, script=False).visit("/feeds/duplicates/")
    reader.sees("Weaverstown Repair Café").sees("The Repair Café, Weaverstown")
    pair = reader.page.locator("main tbody tr", has_text="Weaverstown").get_by_role("link")
    reader.visitor.through(pair)
    old = reader.page.get_by_role("link", name="Let the second stay on show instead").get_attribute("href")
    assert old is not None
    gone = old.rstrip("/").split("/")[-2]
    reader.press("Yes, merge them").sees("They are shown as one now.").sees(COUNCIL)
    reader.visit(f"/support/{gone}/").sees("Weaverstown Repair Café")
    assert gone not in reader.visitor.path
    reader.page.go_back()
    reader.through(reader.page.get_by_role("button", name="Undo this merge"))
    reader.sees("It is shown as a service of its own again.")
    reader.visit(f"/support/{gone}/").sees("The Repair Café, Weaverstown")


def test_look_alikes_are_told_apart_by_keyboard(arrive: Arrive) -> None:
    reader = steward(arrive).visit("/feeds/duplicates/")
    reader.visitor.through(reader.page.locator("main tbody tr", has_text="Memory").get_by_role("link"))
    reader.page.get_by_role("button", name="No, they are not the same").focus()
    with reader.page.expect_navigation():
        reader.page.keyboard.press("Enter")
    reader.visitor.check()
    reader.sees("We will not ask about these two again.")
    assert "Memory Cafe" not in reader.page.locator("main").inner_text()


def test_a_feed_that_shrank_waits_for_a_person(arrive: Arrive) -> None:
    reader = steward(arrive).visit("/feeds/").follow(COUNCIL)
    reader.sees("The feed lost more services than it may lose without a person saying yes.")
    reader.press("See what would go").sees("Pest control").press("No, leave the directory as it is")
    reader.sees("The directory stays as it is.").sees("Decided by Elin Haf Dryhurst.")


def test_a_private_address_is_not_added(arrive: Arrive) -> None:
    reader = steward(arrive).visit("/feeds/").press("Add a feed")
    reader.fill("Whose feed is it?", "Inside").fill("Where is it?", "http://127.0.0.1/services").press(
        "Add it"
    )
    reader.sees("This address is on a private network.")
