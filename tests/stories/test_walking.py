"""A resident walks and maps without a signal: nothing is lost, nothing is sent twice."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.stories.conftest import Arrive
from tests.support.reader import Reader
from tests.support.visitor import Visitor

pytestmark = pytest.mark.story

STEWARD = "elin@cwmteg.example"
LANGUAGES = pytest.mark.parametrize("language", ["en", "cy"], ids=["English", "Welsh"])
FOUND = ("Bench under the oak", "Kitchen table at number four", "The chess corner")


class Walker:
    """Somebody out with a phone."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.page = reader, reader.page
        reader.visit("/walk/")
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        self.is_looked_after()

    def is_looked_after(self) -> None:
        """Wait until the page has its service worker; asked from outside, for the page allows no ``eval``."""
        for _ in range(100):
            if self.page.evaluate("navigator.serviceWorker.controller !== null"):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("the service worker never took the page")

    def signal(self, there: bool) -> Walker:
        self.page.context.set_offline(not there)
        return self

    def add(self, name: str, where: str = "By the river") -> Walker:
        self.reader.fill("What is it called?", name)
        self.reader.choose("A place, such as a park, a hall or a bench")
        self.reader.fill("Where is it?", where)
        self.page.get_by_role("button", name=self.reader.words("Add it"), exact=True).click()
        self.item(name).wait_for()
        return self

    def item(self, name: str):  # type: ignore[no-untyped-def]
        return self.page.locator("#walk-list li").filter(has_text=name)

    def is_said(self, name: str, english: str) -> Walker:
        expect(self.item(name)).to_contain_text(self.reader.words(english))
        return self

    def reload(self) -> Walker:
        self.page.reload()
        self.page.locator("#walk").wait_for()
        return self


def waiting(arrive: Arrive) -> str:
    """What the steward's queue says."""
    steward = Reader(arrive()).sign_in(STEWARD)
    steward.visit("/keeping/proposals/")
    return steward.page.locator("main").inner_text()


@LANGUAGES
def test_three_things_found_without_a_signal_all_land_once(arrive: Arrive, language: str) -> None:
    walker = Walker(Reader(arrive(phone=True), language))
    names = [f"{name} ({language})" for name in FOUND]
    walker.signal(False)
    for name in names:
        walker.add(name).is_said(name, "Waits on this phone until there is a signal")
    walker.reload()
    for name in names:
        walker.is_said(name, "Waits on this phone until there is a signal")
    walker.signal(True)
    for name in names:
        walker.is_said(name, "Sent. Thank you")
    walker.reader.visitor.complaints.clear()
    walker.reader.visitor.check()
    seen = waiting(arrive)
    assert [seen.count(name) for name in names] == [1, 1, 1]


def test_an_answer_that_got_lost_on_the_way_is_asked_for_again_and_lands_once(arrive: Arrive) -> None:
    """The server has it; the phone does not know."""
    walker = Walker(Reader(arrive(phone=True)))

    lost: list[int] = []

    def loses(route: Route) -> None:
        lost.append(route.fetch().status)
        route.abort()

    walker.page.context.route("**/walk/send/", loses)
    walker.add("Twice-told bench")
    later = walker.reader.words("We could not be reached. We try again by ourselves.")
    expect(walker.page.locator("#walk-signal")).to_have_text(later)
    walker.is_said("Twice-told bench", "Waits on this phone until there is a signal")
    assert 200 in lost
    walker.page.context.unroute_all(behavior="wait")
    walker.signal(False).reload().signal(True)
    walker.is_said("Twice-told bench", "Sent. Thank you")
    assert waiting(arrive).count("Twice-told bench") == 1


def test_what_the_server_cannot_take_is_shown_with_what_to_do_and_the_others_land(arrive: Arrive) -> None:
    walker = Walker(Reader(arrive(phone=True))).signal(False)
    walker.add("Good bench").add("Bad bench")
    spoil(walker.page, "Bad bench")
    walker.signal(True).is_said("Good bench", "Sent. Thank you")
    walker.is_said("Bad bench", "This one could not be taken:")
    walker.is_said("Bad bench", "Say where it is: the name of the place, or a postcode.")
    walker.reader.visitor.complaints.clear()
    walker.reader.visitor.check()
    walker.page.get_by_role("button", name="Change it: Bad bench").click()
    walker.reader.fill("Where is it?", "At the bridge")
    walker.page.get_by_role("button", name="Add it", exact=True).click()
    walker.is_said("Bad bench", "Sent. Thank you")
    seen = waiting(arrive)
    assert (seen.count("Good bench"), seen.count("Bad bench")) == (1, 1)


def spoil(page: Page, name: str) -> None:
    """As if an older page had let something through that the server does not take."""
    page.evaluate(
        """async name => {
          const item = (await walkQueue.all()).find(one => one.fields.name === name)
          await walkQueue.put({ ...item, fields: { ...item.fields, where: "" } })
        }""",
        name,
    )


def test_a_closed_page_sends_when_it_is_opened_again(arrive: Arrive) -> None:
    walker = Walker(Reader(arrive(phone=True))).signal(False).add("Left behind bench")
    context = walker.page.context
    walker.page.close()
    context.set_offline(False)
    again = Reader(Visitor(context.new_page(), walker.reader.visitor.address)).visit("/walk/")
    expect(again.page.locator("#walk-list li")).to_contain_text("Sent. Thank you")
    assert waiting(arrive).count("Left behind bench") == 1


def test_a_page_kept_on_the_phone_names_nobody(arrive: Arrive) -> None:
    walker = Walker(Reader(arrive(phone=True)).sign_in(STEWARD))
    name = walker.page.locator(".web-header__name").inner_text()
    kept = walker.page.evaluate("caches.match('/walk/').then(page => page.text())")
    assert name and name not in kept and "Walk and map" in kept


def test_it_can_be_put_on_the_home_screen(arrive: Arrive) -> None:
    walker = Walker(Reader(arrive(phone=True)))
    address = walker.page.locator("link[rel=manifest]").get_attribute("href")
    found = json.loads(walker.page.request.get(walker.reader.visitor.address + str(address)).text())
    assert (found["start_url"], found["scope"], found["display"]) == ("/walk/", "/walk/", "standalone")
    assert walker.page.request.get(walker.reader.visitor.address + found["icons"][0]["src"]).ok


def test_without_script_it_is_a_plain_form(arrive: Arrive) -> None:
    walker = Reader(arrive(phone=True, script=False)).visit("/walk/")
    walker.press("Add it").sees("There is a problem")
    walker.fill("What is it called?", "Plain bench").choose("A place, such as a park, a hall or a bench")
    walker.fill("Where is it?", "By the weir").press("Add it").sees("Thank you")
    assert waiting(arrive).count("Plain bench") == 1
