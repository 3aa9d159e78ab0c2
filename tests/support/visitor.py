"""Somebody at a browser who looks at every page that they pass: is it fit for everyone?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, Request

NARROW = {"width": 320, "height": 640}
CODE, SECOND_FACTOR = "135790", "246810"
SECOND_STEP = ("sign-in/confirm", "2fa/authenticate")
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# A page's elements with their parents, classes, the names of their attributes and what is empty, each once.
SHAPE = """() => [...new Set([...document.querySelectorAll("*")].map(e =>
  [e.parentElement?.tagName, e.tagName, e.className.baseVal ?? e.className, e.getAttribute("role"),
   e.getAttribute("type"), [...e.attributes].map(a => a.name + (a.value.trim() ? "" : "=")),
   e.textContent.trim() === ""].join()))].sort().join("|")"""
PASSED: set[tuple[str, str]] = set()


class Visitor:
    """A page of one browser context, with what a story does on it; ``page`` is there for the rest."""

    def __init__(self, page: Page, address: str, known: dict[str, Any] | None = None) -> None:
        """``known`` holds the cookies of those who signed in at this address before."""
        self.page, self.address = page, address
        self.known = {} if known is None else known
        self.complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"script failed: {error}"))
        page.on("request", self._notice)

    def visit(self, path: str) -> Visitor:
        """Go to a path of the product and check the page."""
        answer = self.page.goto(self.address + path)
        assert answer is not None and answer.status < 400, f"{path} answered {answer and answer.status}"
        return self.check()

    def press(self, name: str) -> Visitor:
        """Press the button with this name and check the page that follows."""
        return self.through(self.page.get_by_role("button", name=name, exact=True))

    def follow(self, name: str) -> Visitor:
        """Follow the first link with this name and check the page that follows."""
        return self.through(self.page.get_by_role("link", name=name, exact=True).first)

    def through(self, door: Locator) -> Visitor:
        """Press what leads to a page, perhaps the same one again, and check what follows."""
        with self.page.expect_navigation():
            door.click()
        return self.check()

    def fill(self, label: str, value: str) -> Visitor:
        """Write into the field with this label."""
        self.page.get_by_label(label, exact=True).fill(value)
        return self

    def choose(self, label: str) -> Visitor:
        """Tick the box or the answer with this label."""
        self.page.get_by_label(label, exact=True).check()
        return self

    def sees(self, words: str) -> Visitor:
        """The words stand on the page for anyone to read."""
        assert words in self.page.locator("body").inner_text(), f"no {words!r} at {self.path}"
        return self

    def sign_in(self, email: str, *, cy: bool = False) -> Visitor:
        """Sign in with a demonstration account: the e-mailed code, and the second factor if asked."""
        self.visit("/cy/account/sign-in/" if cy else "/account/sign-in/")
        self._answer("email", email)
        while any(step in self.path for step in SECOND_STEP):
            was = self.path
            self.check()._answer("code", SECOND_FACTOR if "2fa" in was else CODE)
            assert self.path != was, f"{email} cannot sign in: {self.page.locator('main').inner_text()}"
        assert "/account/sign-in/" not in self.path, self.page.locator("main").inner_text()
        self.known[email] = self.page.context.cookies()
        return self.check()

    def come_back(self, email: str, *, cy: bool = False) -> Visitor:
        """As somebody who signed in before, in a browser of today; codes are given few times a minute."""
        if email not in self.known:
            return self.sign_in(email, cy=cy)
        self.page.context.add_cookies(self.known[email])
        return self.visit("/cy/" if cy else "/")

    def _answer(self, name: str, value: str) -> None:
        field = self.page.locator(f"main [name={name}]").first
        field.fill(value)
        with self.page.expect_navigation():
            field.press("Enter")

    @property
    def path(self) -> str:
        """Where the visitor is."""
        return urlparse(self.page.url).path

    def check(self) -> Visitor:
        """One heading, the right language, nothing that axe finds, no sideways scroll, no complaint."""
        self.page.wait_for_load_state()
        assert self.page.locator("h1").count() == 1, f"{self.path} should have one h1"
        language = self.page.locator("html").get_attribute("lang")
        assert language == ("cy" if self.path.startswith("/cy/") else "en"), f"{self.path} says {language}"
        self._fits_a_phone()
        if self._has_script:
            self._is_fit_for_everyone()
        assert not self.complaints, f"{self.path}: {self.complaints}"
        return self

    def _is_fit_for_everyone(self) -> None:
        """Axe finds nothing; a page of a shape that has passed, in either language, is not looked at again."""
        path = re.sub(r"[\w:-]{30,}", "id", self.path.removeprefix("/cy"))
        shape = (path, self.page.evaluate(SHAPE))
        if shape not in PASSED:
            found = Axe().run(self.page, options=AXE)
            assert found.violations_count == 0, f"{self.path}: {found.generate_report()}"
            PASSED.add(shape)

    @property
    def _has_script(self) -> bool:
        return not getattr(self.page.context, "without_script", False)

    def _fits_a_phone(self) -> None:
        before = self.page.viewport_size
        self.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        width = self.page.evaluate("document.documentElement.scrollWidth")
        if before:
            self.page.set_viewport_size(before)
        assert width <= NARROW["width"], f"{self.path} scrolls sideways at 320 px ({width} px)"

    def picture(self, file: Path) -> None:
        """Keep what is on the screen."""
        self.page.screenshot(path=file, full_page=True)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _notice(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"asked another site: {request.url}")
