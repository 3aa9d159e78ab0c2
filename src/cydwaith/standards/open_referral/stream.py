"""JSON read a value at a time, so that a feed of any size takes little memory."""

import json
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

CHUNK = 1 << 16
LARGEST_VALUE = 32 << 20
LONGEST_FIRST_LINE = 1 << 20
SPACE = " \t\r\n"
_decoder = json.JSONDecoder(parse_constant=lambda _: None)


class BrokenText(Exception):
    """The text stops being readable; the sentence says where and why."""


@dataclass(frozen=True, slots=True)
class Found:
    """One value and the line on which it starts."""

    value: Any
    line: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One value that is not JSON."""

    reason: str
    line: int


class Text:
    """A window on a stream of UTF-8 that grows only as far as the value being read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decode = getincrementaldecoder("utf-8-sig")()
        self._window = ""
        self._at = 0
        self._ended = False
        self.line = 1
        self.indent = ""

    def _more(self) -> bool:
        """Read on; False when the stream has ended."""
        if self._ended:
            return False
        chunk = self._stream.read(max(CHUNK, len(self._window) - self._at))
        self._ended = not chunk
        try:
            fresh = self._decode.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            self._ended = True
            raise BrokenText("The text is not UTF-8. Save the file as UTF-8 and try again.") from error
        self._window = self._window[self._at :] + fresh
        self._at = 0
        return True

    def _advance(self, to: int) -> None:
        self.line += self._window.count("\n", self._at, to)
        self._at = to

    def peek(self) -> str:
        """The next character that is not white space; "" at the end."""
        while True:
            at = self._at
            while at < len(self._window) and self._window[at] in SPACE:
                at += 1
            self._note_indent(at)
            self._advance(at)
            if self._at < len(self._window):
                return self._window[self._at]
            if not self._more():
                return ""

    def _note_indent(self, at: int) -> None:
        """Remember what stands before a value on its line: a broken record ends where its like begins."""
        start = self._window.rfind("\n", 0, at)
        before = self._window[start + 1 : at]
        if start >= self._at - 1 and not before.strip():
            self.indent = before

    def skip(self) -> None:
        """Pass the character that ``peek`` showed."""
        self._advance(self._at + 1)

    def value(self) -> Any:
        """The JSON value that starts here. Raises ValueError (broken) or RecursionError (too deep)."""
        self.peek()
        while True:
            try:
                value, end = _decoder.raw_decode(self._window, self._at)
            except json.JSONDecodeError as error:
                if self._is_final(error) or not self._more():
                    raise ValueError(self._complaint(error)) from error
                continue
            if end == len(self._window) and self._more():
                continue
            self._advance(end)
            return value

    def _is_final(self, error: json.JSONDecodeError) -> bool:
        """Whether reading on cannot help: the fault is not at the edge of the window."""
        if len(self._window) - self._at > LARGEST_VALUE:
            return True
        return error.pos < len(self._window) - 16 and "Unterminated" not in error.msg

    def _complaint(self, error: json.JSONDecodeError) -> str:
        if len(self._window) - self._at > LARGEST_VALUE:
            return "one record is larger than 32 MB"
        line = self.line + self._window.count("\n", self._at, error.pos)
        said = error.msg.removesuffix(" at")
        return f"{said[0].lower()}{said[1:]} on line {line}"

    def is_lines(self) -> bool:
        """Whether a second object starts the next line: JSON lines, even if the first is broken."""
        while (end := self._window.find("\n", self._at)) < 0 or end + 1 == len(self._window):
            if len(self._window) - self._at > LONGEST_FIRST_LINE or not self._more():
                return False
        return self._window[end + 1] == "{" and self._window[self._at : end].strip() != "{"

    def rest_of_line(self) -> None:
        """Pass everything up to the next line."""
        while (end := self._window.find("\n", self._at)) < 0:
            self._advance(len(self._window))
            if not self._more():
                return
        self._advance(end + 1)

    def next_record(self, indent: str) -> bool:
        """After a broken record, go to the next line that opens one; False when there is none."""
        while True:
            self.rest_of_line()
            if self.peek() == "":
                return False
            if self.peek() == "{" and self.indent == indent:
                return True


def array(text: Text) -> Iterator[Found | Unreadable]:
    """Each element of the array that starts here; goes on after a broken element where it can."""
    text.skip()
    while text.peek() not in ("]", ""):
        line, indent = text.line, text.indent
        try:
            yield Found(text.value(), line)
        except (ValueError, RecursionError) as error:
            yield Unreadable(_reason(error), line)
            if not text.next_record(indent):
                return
        if text.peek() == ",":
            text.skip()
    if text.peek() == "":
        yield Unreadable("The file stops before its list ends: part of it is missing.", text.line)
        return
    text.skip()


def lines(text: Text) -> Iterator[Found | Unreadable]:
    """Each value of JSON lines."""
    while text.peek() != "":
        line = text.line
        try:
            yield Found(text.value(), line)
        except (ValueError, RecursionError) as error:
            yield Unreadable(_reason(error), line)
            text.rest_of_line()


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "This record is nested too deeply to be read."
    return f"This is not readable JSON: {error}."
