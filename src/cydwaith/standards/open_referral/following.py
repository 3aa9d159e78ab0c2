"""How a feed of the standard is followed: page after page, and each record's own page after a brief list."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from cydwaith.place.directory.rules.incoming import Incoming, canonical, digest
from cydwaith.place.directory.rules.records import Problem
from cydwaith.place.feeds.rules import Onward, Saved

from . import shapes
from .documents import NO_RECORD, Document, Piece
from .pages import asked_page, more, services_of, with_page
from .shapes import Form, Shape

LIST = "/services"
IN_FULL = frozenset(
    "service_at_locations schedules regular_schedules phones contacts cost_options languages".split()
)
"""What a list may leave out of a service and the service's own page gives: with one of these it is whole."""


def onward(address: str, path: Path) -> Onward:
    """What follows this answer: the next page, and services whose own page says more."""
    document = _document(address)
    first, details = "", []
    for piece in _pieces(document, path):
        if isinstance(piece, Problem):
            if piece.reason != NO_RECORD:
                return Onward(broken=piece.reason)
            continue
        first = first or digest(canonical(piece.data))
        details += _own_page(address, piece)
    if document.describes_api:
        return Onward(next=services_of(address))
    following = bool(document.count) and more(document.envelope)
    return Onward(with_page(address, asked_page(address) + 1) if following else "", tuple(details), first)


def records(saved: Saved) -> Iterator[Piece]:
    """Every record of an answer."""
    return _pieces(_document(saved.address), saved.path)


def service_ids(piece: Incoming) -> Iterator[str]:
    """The ids of services that a record is, or holds."""
    if piece.kind == Shape.SERVICE:
        yield from _ids([piece.data])
    elif piece.kind == Shape.SERVICE_AT_LOCATION:
        yield from _ids([piece.data.get("service")])
    elif piece.kind == Shape.ORGANISATION:
        yield from _ids(piece.data.get("services"))


def _ids(found: Any) -> Iterator[str]:
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict) and isinstance(one.get("id"), str):
            yield one["id"]


def _document(address: str) -> Document:
    return Document(address, shapes.hint(urlsplit(address).path))


def _pieces(document: Document, path: Path) -> Iterator[Piece]:
    with path.open("rb") as stream:
        yield from document.read(stream)


def _own_page(address: str, piece: Incoming) -> list[str]:
    """Where the rest of a service stands that a list of an API gives in brief."""
    parts = urlsplit(address)
    path, identity = parts.path.rstrip("/"), piece.data.get("id")
    brief = piece.kind == Shape.SERVICE and piece.form == Form.LIST and not IN_FULL & piece.data.keys()
    if not brief or not path.endswith(LIST) or not isinstance(identity, str):
        return []
    return [urlunsplit(parts._replace(path=f"{path}/{quote(identity, safe='')}", query="", fragment=""))]
