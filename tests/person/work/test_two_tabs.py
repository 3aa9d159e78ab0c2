"""A report that is open in two tabs, or half written: nothing that was typed is lost, nothing is lost silently."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from cydwaith.kernel.errors import Conflict
from cydwaith.person.work import commands, queries
from cydwaith.person.work.rules.paper import seal, seal_of
from cydwaith.person.work.rules.vocabulary import Kind, Reader, Sheet
from cydwaith.web.fields import PARTS
from tests.support.browsing import Browser

from .conftest import World, given
from .test_pages import page, seen, send, text
from .test_reports import SIGNED

pytestmark = pytest.mark.django_db


def day(name: str, *parts: str) -> dict[str, str]:
    return {f"{name}_{part}": typed for part, typed in zip(PARTS, parts, strict=True)}


TYPED: dict[str, Any] = {
    "name": "Dr Okafor",
    "profession": "GP",
    "registration": "1",
    "service": "Surgery",
    "advice": "with-changes",
    "options": "build-up",
    **day("seen_on", "1", "2", "2026"),
    **day("holds_from", "1", "2", "2026"),
    **day("holds_until", "1", "3", "2026"),
}


@pytest.fixture
def draft(world: World, statement: UUID) -> UUID:
    return given(world.sam, statement, Kind.REPORT, Reader.CLINICIAN, email="surgery@example.org")


@pytest.fixture
def tab(world: World, draft: UUID, browser: Browser) -> Tab:
    return Tab(browser(world.doctor), reverse("work:report", args=[draft]))


class Tab:
    """One page with the report, as it was when it was opened."""

    def __init__(self, client: Client, address: str) -> None:
        self.client, self.address = client, address
        self.shown = page(client, address)

    def another(self) -> Tab:
        return Tab(self.client, self.address)

    def send(self, button: str, **typed: Any) -> BeautifulSoup:
        self.shown = send(self.client, self.address, **seen(self.shown), **{button: "yes"}, **typed)
        return self.shown


def field(soup: BeautifulSoup, name: str) -> str:
    found = soup.find(["input", "textarea"], {"name": name})
    assert found
    return str(found.get("value") or found.get_text()).strip()


def note(world: World, draft: UUID) -> str:
    found = queries.report_on(world.doctor, draft)
    return str(found.answers["note"]) if found else ""


def test_what_the_other_tab_kept_is_shown_beside_what_was_typed_here(
    world: World, draft: UUID, tab: Tab
) -> None:
    other = tab.another()
    tab.send("later", **TYPED, note="A stool helps")
    soup = other.send("later", **TYPED, note="Half days help")
    assert "Somebody changed this while you were writing" in text(soup)
    assert "More advice: A stool helps" in text(soup) and "Building up hours step by step" in text(soup)
    assert field(soup, "note") == "Half days help" and note(world, draft) == "A stool helps"
    assert "Kept for later." in text(other.send("later", **TYPED, note="Half days help"))
    assert note(world, draft) == "Half days help", "sending again is a choice"


def test_a_report_that_another_tab_changed_is_not_signed_unseen(world: World, draft: UUID, tab: Tab) -> None:
    other = tab.another()
    tab.send("later", **TYPED, note="A stool helps")
    soup = other.send("sign", **TYPED, note="Half days help")
    assert "Somebody changed this" in text(soup) and queries.reports_of(world.sam, world.person_id) == ()


def test_what_was_typed_stays_when_the_other_tab_has_signed(world: World, tab: Tab) -> None:
    other = tab.another()
    tab.send("sign", **TYPED, note="A stool helps")
    soup = other.send("later", **TYPED, note="Half days help")
    assert "This report is signed." in text(soup) and field(soup, "note") == "Half days help"


@pytest.mark.parametrize(("button", "said"), [("later", "Kept for later."), ("sign", "A signed report")])
def test_a_button_that_is_pressed_twice_is_no_clash(tab: Tab, button: str, said: str) -> None:
    other = tab.another()
    tab.send(button, **TYPED, note="A stool helps")
    assert said in text(other.send(button, **TYPED, note="A stool helps"))


def test_a_report_is_kept_for_later_when_little_is_filled_in(world: World, draft: UUID, tab: Tab) -> None:
    soup = tab.send("later", name="", note="A stool helps")
    assert "Kept for later." in text(soup) and field(soup, "note") == "A stool helps"
    soup = tab.send("sign", note="A stool helps")
    assert "Enter the day on which you talked." in text(soup), "what is missing is said before it is signed"
    assert queries.reports_of(world.sam, world.person_id) == ()


def test_a_day_that_is_none_is_said_when_it_is_kept_for_later(tab: Tab) -> None:
    soup = tab.send("later", note="A stool", **day("seen_on", "31", "2", "2026"))
    assert soup.title and "Error" in soup.title.get_text() and field(soup, "note") == "A stool"


def test_enter_in_a_field_keeps_and_does_not_sign(tab: Tab) -> None:
    first = tab.shown.select_one("main form button")
    assert first and first["name"] == "later", "a browser presses the first button for the enter key"


def test_an_answer_that_is_sent_twice_is_no_clash_and_another_one_is(world: World) -> None:
    known = {"person_id": world.person_id, "sheet": Sheet.PROFILE, "version": 0}
    for _twice in range(2):
        assert commands.write(world.sam, answers={"helps": {"words": "A bus"}}, **known) == 1
    with pytest.raises(Conflict):
        commands.write(world.sam, answers={"helps": {"words": "A bike"}}, **known)


def test_words_about_health_that_are_sent_twice_are_no_clash(world: World) -> None:
    known = {"person_id": world.person_id, "seen": seal_of("")}
    for _twice in range(2):
        commands.write_health(world.sam, words="Tired", **known)
    with pytest.raises(Conflict):
        commands.write_health(world.sam, words="Not tired", **known)


def test_the_command_asks_for_what_was_seen(world: World, draft: UUID) -> None:
    commands.save_report(world.doctor, given_id=draft, answers={"note": "begun"}, seen=seal({}))
    for change in (commands.save_report, commands.sign_report):
        with pytest.raises(Conflict):
            change(world.doctor, given_id=draft, answers=SIGNED, seen=seal({}))
    commands.sign_report(world.doctor, given_id=draft, answers=SIGNED, seen=seal({"note": "begun"}))
