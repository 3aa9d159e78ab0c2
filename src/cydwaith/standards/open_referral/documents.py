"""One file or one answer: what stands in it, a record at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from cydwaith.place.directory.rules.incoming import Incoming
from cydwaith.place.directory.rules.records import Problem

from . import shapes, tabular
from .shapes import Form, Shape
from .stream import BrokenText, Found, Text, Unreadable, array, lines

WEB_PAGE = "This is a web page, not a feed. Give the address of the feed itself; it often ends in /services."
EMPTY = "There is nothing in it."
NO_FEED = "This is not an Open Referral feed: it holds no list of services and is no record with an id."
NO_RECORD = "This is not a record of a service, organisation, location or taxonomy."

Piece = Incoming | Problem


@dataclass
class Document:
    """A document being read; ``envelope`` fills up with what stands beside the list (page numbers)."""

    name: str
    shape: Shape | None
    envelope: dict[str, Any] = field(default_factory=dict)
    count: int = 0
    is_list: bool = False
    describes_api: bool = False

    def read(self, stream: BinaryIO) -> Iterator[Piece]:
        """Each record, or what is wrong with it."""
        try:
            yield from self._pieces(Text(stream))
        except BrokenText as error:
            yield self.problem(str(error))

    def problem(self, reason: str, line: int | None = None, label: str = "") -> Problem:
        where = f"{self.name}, line {line}" if line else self.name
        return Problem(label or self.name, None, reason, where)

    def _pieces(self, text: Text) -> Iterator[Piece]:
        first = text.peek()
        if first == "[":
            yield from self._all(array(text))
        elif first == "{" and text.is_lines():
            yield from self._all(lines(text))
        elif first == "{":
            yield from self._object(text)
        else:
            yield self.problem({"": EMPTY, "<": WEB_PAGE}.get(first, NO_FEED))

    def _object(self, text: Text) -> Iterator[Piece]:
        """An envelope with a list, or one record."""
        start = text.line
        whole: dict[str, Any] = {}
        try:
            yield from self._members(text, whole)
        except (ValueError, RecursionError) as error:
            yield self.problem(f"This is not readable JSON: {error}.", start, self._next_label())
            return
        if not self.is_list:
            yield from self._alone(whole, start)

    def _members(self, text: Text, whole: dict[str, Any]) -> Iterator[Piece]:
        """Collects an object's members into ``whole``; a list in an envelope is read a record at a time."""
        text.skip()
        while text.peek() not in ("}", ""):
            key = text.value()
            if text.peek() != ":":
                raise ValueError(f"a colon is missing on line {text.line}")
            text.skip()
            if key in shapes.ENVELOPES and text.peek() == "[" and "id" not in whole:
                self.is_list = True
                yield from self._all(array(text))
            else:
                whole[key] = text.value()
            if text.peek() == ",":
                text.skip()
            elif text.peek() not in ("}", ""):
                raise ValueError(f"a comma is missing on line {text.line}")
        if text.peek() == "" and not self.is_list:
            raise ValueError(f"it stops before its end on line {text.line}")
        text.skip()
        self.envelope.update(whole)

    def _alone(self, whole: dict[str, Any], line: int) -> Iterator[Piece]:
        if shapes.is_api_description(whole):
            self.describes_api = True
        elif shapes.is_tabular(whole):
            yield from package(self.name, tabular.tables(whole))
        elif shapes.shape(whole, self.shape) is None or not whole.keys() & {"id", "name"}:
            yield self.problem(NO_FEED)
        else:
            yield from self._one(whole, line, Form.FULL)

    def _all(self, found: Iterator[Found | Unreadable]) -> Iterator[Piece]:
        for piece in found:
            if isinstance(piece, Unreadable):
                yield self.problem(piece.reason, piece.line, self._next_label())
            else:
                yield from self._one(piece.value, piece.line, Form.LIST)

    def _one(self, value: Any, line: int, form: Form) -> Iterator[Piece]:
        label = self._next_label()
        kind = shapes.shape(value, self.shape) if isinstance(value, dict) else None
        if kind is None:
            yield self.problem(NO_RECORD, line, label)
        else:
            yield Incoming(kind, form, value, label, f"{self.name}, line {line}")

    def _next_label(self) -> str:
        self.count += 1
        return f"record {self.count}"


def package(name: str, tables: tabular.Tables) -> Iterator[Piece]:
    """The records of a tabular package."""
    for count, (kind, row) in enumerate(tabular.records(tables), start=1):
        yield Incoming(kind, Form.TABLE, row, f"record {count}", f"{name}, {kind} table")
