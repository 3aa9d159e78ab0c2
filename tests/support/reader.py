"""A visitor with a language: a story names everything in English, and they find it in their own."""

from __future__ import annotations

import re
from pathlib import Path
from time import monotonic

from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Locator

from .visitor import Visitor

LETTERS = "/demonstration/letters/"


def words(language: str, english: str, **names: object) -> str:
    """A sentence of the product as it stands on the page in this language."""
    with translation.override(language):
        said = gettext(english)
    return said % names if names else said


class Reader:
    """Somebody at a browser who reads Welsh or English; the words are looked up in the catalogue."""

    def __init__(self, visitor: Visitor, language: str = "en") -> None:
        self.visitor, self.page, self.language = visitor, visitor.page, language

    def words(self, english: str, **names: object) -> str:
        """What this reader sees where an English reader sees these words."""
        return words(self.language, english, **names)

    def visit(self, path: str) -> Reader:
        """Open a path of the product in the reader's language."""
        self.visitor.visit(f"/cy{path}" if self.language == "cy" and not path.startswith("/cy/") else path)
        return self

    def sign_in(self, email: str) -> Reader:
        """Sign in with a demonstration account, and read on in one's own language."""
        self.visitor.come_back(email, cy=self.language == "cy")
        if self.page.locator("html").get_attribute("lang") != self.language:
            self.through(self.page.locator(f"button[name=language][value={self.language}]"))
        return self

    def press(self, button: str, **names: object) -> Reader:
        """Press a button; the page that follows is checked."""
        self.visitor.press(self.words(button, **names))
        return self

    def follow(self, link: str, **names: object) -> Reader:
        """Follow a link, whatever is said after its name for those who cannot see where it stands."""
        return self.through(self._main.get_by_role("link", name=_begins(self.words(link, **names))).first)

    def go_to(self, menu: str) -> Reader:
        """Choose from the menu."""
        menu_bar = self.page.locator(".web-navigation")
        return self.through(menu_bar.get_by_role("link", name=self.words(menu), exact=True))

    def through(self, door: Locator) -> Reader:
        """Press what leads to a page, and check the page that follows."""
        self.visitor.through(door)
        return self

    def fill(self, label: str, value: str, of: str = "") -> Reader:
        """Write into a field, or into one part of a date; that it is optional is part of its label."""
        self._field(self.words(label), of).fill(value)
        return self

    def choose(self, answer: str, of: str = "") -> Reader:
        """Tick an answer, of one question where several offer it."""
        self._part(of).get_by_label(self.words(answer), exact=True).check()
        return self

    def pick(self, label: str, choice: str) -> Reader:
        """Pick from a list by the beginning of what it says."""
        field = self._field(self.words(label))
        texts = field.locator("option").all_inner_texts()
        field.select_option(label=next(text for text in texts if text.startswith(choice)))
        return self

    def sees(self, english: str, **names: object) -> Reader:
        """These words of the product stand on the page."""
        return self.reads(self.words(english, **names))

    def reads(self, *texts: str) -> Reader:
        """These very words, that somebody wrote, stand on the page."""
        for text in texts:
            self.visitor.sees(text)
        return self

    def does_not_read(self, *texts: str) -> Reader:
        """None of these words stand on the page."""
        body = self.page.locator("body").inner_text()
        assert [text for text in texts if text in body] == [], self.visitor.path
        return self

    def is_turned_away(self, path: str) -> None:
        """The path answers as if nothing were there."""
        answer = self.page.request.get(self.visitor.address + path)
        assert answer.status == 404, f"{path} answered {answer.status}"

    def letter(self, to: str, subject: str) -> str:
        """The path that the newest letter to somebody opens, in whichever language it was written."""
        letters = self.page.context.new_page()
        either = re.compile("|".join(re.escape(words(language, subject)) for language in ("en", "cy")))
        found = letters.locator("section").filter(has_text=either).filter(has_text=to)
        until = monotonic() + 30
        while monotonic() < until:
            letters.goto(self.visitor.address + LETTERS)
            if found.count():
                link = str(found.first.get_by_role("link").get_attribute("href"))
                letters.close()
                return link.removeprefix("/cy")
        raise AssertionError(f"no letter {subject!r} came to {to}")

    def picture(self, file: Path) -> None:
        """Keep what is on the screen."""
        self.visitor.picture(file)

    @property
    def _main(self) -> Locator:
        return self.page.locator("main, .web-before")

    def _part(self, question: str) -> Locator:
        """The answers to one question; without a question, the page."""
        return self._main.get_by_role("group", name=_begins(self.words(question))) if question else self._main

    def _field(self, label: str, of: str = "") -> Locator:
        optional = words(self.language, "%(label)s (optional)", label="")
        return self._part(of).get_by_label(re.compile(rf"^\s*{re.escape(label)}({re.escape(optional)})?\s*$"))


def _begins(name: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(name)}\b|^\s*{re.escape(name)}")
