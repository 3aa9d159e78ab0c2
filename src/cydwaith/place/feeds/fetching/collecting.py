"""A whole feed into its folder: page after page, and each record's own page where the list is brief."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep

from django.conf import settings

from ..rules import Standard, Why
from .asking import NoAnswer, ask
from .folder import DETAIL, PAGE, Folder

MOST_PAGES = 10_000
MOST_TOTAL = 1 << 30
FIRST_FEW = 3
WRITE_EVERY = 20
MISSING = frozenset([404, 405, 410])


@dataclass
class Collected:
    """How a fetch went: the last status, and whether anything is new."""

    status: int = 0
    fresh: bool = False
    details: list[str] = field(default_factory=list)


@dataclass
class Collector:
    """Fills ``into``; what the server says is unchanged is copied from ``before``."""

    standard: Standard
    into: Folder
    before: Folder
    went: Collected = field(default_factory=Collected)
    pause: Callable[[float], None] = sleep

    def collect(self, address: str) -> Collected:
        """Fetch it all. Raises NoAnswer; what is there by then is kept for the next try."""
        try:
            self._pages(address)
            self._details()
        finally:
            self.into.write()
        return self.went

    def _pages(self, address: str) -> None:
        seen: set[str] = set()
        last = ""
        for _page in range(MOST_PAGES):
            seen.add(address)
            path = self._get(address, PAGE)
            self._check_size()
            onward = self.standard.onward(address, path)
            if onward.broken:
                raise NoAnswer(Why.UNREADABLE, self.went.status)
            self.went.details += onward.details
            if not onward.next or onward.next in seen or onward.first == last:
                return
            address, last = onward.next, onward.first
        raise NoAnswer(Why.LOOP, self.went.status)

    def _details(self) -> None:
        """Each record's own page, slowly; a feed that has none for its first few has none at all."""
        wanted = list(dict.fromkeys(self.went.details))
        missing = 0
        for number, address in enumerate(wanted, start=1):
            missing += not self._has_detail(address)
            if missing == number == min(FIRST_FEW, len(wanted)):
                return
            if number % WRITE_EVERY == 0:
                self._check_size()
                self.into.write()

    def _has_detail(self, address: str) -> bool:
        try:
            path = self._get(address, DETAIL)
        except NoAnswer as nothing:
            if nothing.status in MISSING:
                return False
            raise
        if self.standard.onward(address, path).broken:
            raise NoAnswer(Why.UNREADABLE, self.went.status)
        return True

    def _get(self, address: str, role: str) -> Path:
        """The file of an answer: fetched now, fetched before this try stopped, or unchanged."""
        if self.into.get(address):
            self.went.fresh = True
            return self.into.file(address)
        old = self.before.get(address)
        known = {"etag": old.etag, "modified": old.modified} if old else {}
        if self.into.count():
            self.pause(settings.FEEDS_PAUSE_SECONDS)
        answer = ask(address, self.into.file(address), known)
        self.went.status = answer.status
        if answer.status == 304:
            self.into.take_from(self.before, address, role)
        else:
            self.into.keep(address, role, answer.etag, answer.modified)
            self.went.fresh = True
        return self.into.file(address)

    def _check_size(self) -> None:
        if sum(saved.path.stat().st_size for saved in self.into.saved()) > MOST_TOTAL:
            raise NoAnswer(Why.LARGE, self.went.status)
