"""An address that gives a feed in pages, followed to its end within limits."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from io import BytesIO
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from cydwaith.kernel.numbers import whole
from cydwaith.place.directory.rules.incoming import Incoming
from cydwaith.place.directory.rules.records import Problem

from . import shapes
from .documents import Document, Piece

TIMEOUT = 30
LARGEST_PAGE = 64 << 20
MOST_PAGES = 10_000
TRIES = 3
LONGEST_WAIT, LONGEST_ASKED = 20.0, 10**9
BUSY = {429, 502, 503, 504}
HEADERS = {"Accept": "application/json", "User-Agent": "cydwaith (Open Referral reader)"}


class NotFetched(Exception):
    """An address that did not answer with a page; the sentence says why."""


def read(address: str) -> Iterator[Piece]:
    """Every record of every page, and what went wrong. A page that fails ends the reading."""
    number = asked_page(address)
    last_first: object = None
    for _ in range(MOST_PAGES):
        page = _Page(address, shapes.hint(urlsplit(address).path))
        yield from page.pieces()
        if page.describes_api:
            address, number = services_of(address), 1
            continue
        if not page.more or (page.first is not None and page.first == last_first):
            return
        last_first, number = page.first, number + 1
        address = with_page(address, number)


def asked_page(address: str) -> int:
    """Which page an address asks for."""
    asked = whole(dict(parse_qsl(urlsplit(address).query)).get("page", "1"), LONGEST_ASKED)
    return 1 if asked is None else asked


def with_page(address: str, number: int) -> str:
    """The address of another page."""
    parts = urlsplit(address)
    query = [(key, value) for key, value in parse_qsl(parts.query) if key != "page"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("page", str(number))])))


def services_of(address: str) -> str:
    """Where an API that begins here lists its services."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=parts.path.rstrip("/") + "/services", query=""))


@dataclass
class _Page:
    """One answer: its records, the first of them, and whether another page follows."""

    address: str
    shape: shapes.Shape | None
    first: object = None
    more: bool = False
    describes_api: bool = False

    def pieces(self) -> Iterator[Piece]:
        document = Document(self.address, self.shape)
        try:
            body = fetch(self.address)
        except NotFetched as error:
            yield Problem(self.address, None, str(error), self.address)
            return
        for piece in document.read(BytesIO(body)):
            if self.first is None and isinstance(piece, Incoming):
                self.first = piece.data
            yield piece
        self.describes_api = document.describes_api
        self.more = document.count > 0 and more(document.envelope)


def more(envelope: dict[str, Any]) -> bool:
    """Whether the page says that another follows, in the words of version 3 or 1."""
    number = envelope.get("page_number", envelope.get("number"))
    total = envelope.get("total_pages", envelope.get("totalPages"))
    if isinstance(number, int) and isinstance(total, int):
        return number < total
    return envelope.get("last_page", envelope.get("last")) is False


def fetch(address: str) -> bytes:
    """The body of one answer; waits and tries again when the server is busy. Raises NotFetched."""
    for left in range(TRIES - 1, -1, -1):
        try:
            return _body(address)
        except HTTPError as error:
            if error.code not in BUSY or not left:
                raise NotFetched(f"The server answered {error.code} ({error.reason}).") from error
            time.sleep(_wait(error.headers.get("Retry-After")))
        except (OSError, HTTPException, ValueError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            raise NotFetched(f"The address did not answer: {reason}.") from error
    raise NotFetched("The server stayed busy.")


def _wait(asked: str | None) -> float:
    seconds = whole(asked, LONGEST_ASKED) if asked else None
    return 2.0 if seconds is None else min(float(seconds), LONGEST_WAIT)


def _body(address: str) -> bytes:
    if urlsplit(address).scheme not in ("http", "https"):
        raise NotFetched("Only http and https addresses are read.")
    with urlopen(Request(address, headers=HEADERS), timeout=TIMEOUT) as answer:  # noqa: S310 - scheme checked
        body: bytes = answer.read(LARGEST_PAGE + 1)
    if len(body) > LARGEST_PAGE:
        raise NotFetched(f"One page is larger than {LARGEST_PAGE >> 20} MB. Ask for smaller pages.")
    return body
