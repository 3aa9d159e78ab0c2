"""A return: a person says no, and the manager's file has one line less; what was sent stays."""

from __future__ import annotations

import re

import pytest

from tests.stories.conftest import Arrive
from tests.support.reader import Reader

pytestmark = pytest.mark.story

PERSON = {"en": "rhys@cwmteg.example", "cy": "eleri@cwmteg.example"}
MANAGER = "catrin@cwmteg.example"


def looked_at(manager: Reader) -> int:
    """How many lines the return has that the manager looks at now."""
    manager.visit("/returns/make/gwaith-da/plain/").fill("Year", "2025", of="First day").press("Look at it")
    manager.follow("Look at every line").sees("Every line")
    told = re.search(r"(\d+)(?: o)? (?:lines?\b|l+inell)", manager.page.locator("main").inner_text())
    assert told, "the page says how many there are"
    manager.follow("Back").sees("What will be sent")
    return int(told[1])


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_no_takes_a_line_out_and_a_yes_puts_it_in(arrive: Arrive, language: str) -> None:
    """Given somebody on a programme; when they say no, then yes; then the return has just that line more."""
    person = Reader(arrive(phone=True), language).sign_in(PERSON[language])
    person.visit("/my/page/").follow("What funders may be told")
    person.press("Save").sees("There is a problem")
    person.choose("No, it may not").press("Save").sees("Saved.")

    manager = Reader(arrive(), language).sign_in(MANAGER).go_to("Returns").sees("Make a return")
    without = looked_at(manager)
    person.choose("Yes, it may be sent").press("Save").sees("Saved.")
    assert looked_at(manager) == without + 1

    manager.press("Keep it as sent").sees("Kept as sent. Download the file, and pass it on.")
    for form, start in (("CSV", b"\xef\xbb\xbf"), ("XLSX", b"PK"), ("JSON", b"[")):
        link = str(manager.page.get_by_role("link", name=re.compile(f"^{form}")).first.get_attribute("href"))
        answer = manager.page.request.get(manager.visitor.address + link)
        assert answer.ok and answer.body().startswith(start)
    manager.follow("How many met each rule").sees("How many met each rule")
