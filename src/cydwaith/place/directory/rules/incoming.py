"""What a reader of feeds hands to the directory, whatever the standard."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .records import Record

Data = Mapping[str, Any]

LONGEST_ID = 500
EMPTY: tuple[object, ...] = ("", None)
ENCODE = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Rejected(Exception):
    """A record that cannot be taken in; the sentence says what to put right."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One record as a feed gave it: ``kind`` and ``form`` in the words of its standard."""

    kind: str
    form: str
    data: dict[str, Any]
    label: str
    where: str

    @property
    def name(self) -> str:
        """What to call it in a report."""
        name = self.data.get("name")
        return name if isinstance(name, str) and name.strip() else self.label

    @property
    def id(self) -> str | None:
        """Its id as text, whatever it is, for a report."""
        value = self.data.get("id")
        return None if value in EMPTY else str(value)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one record, and what it left out."""

    record: Record
    notes: tuple[str, ...] = ()


Reader = Callable[[str, Data], Reading]
"""(kind, data) to a reading; raises Rejected."""


def identity(data: Data) -> str:
    """The record's id exactly as it came. Raises Rejected when there is none, or it is not text."""
    value = data.get("id")
    if value in EMPTY:
        raise Rejected("It has no id. Give it the id that the feed always uses for it.")
    if not isinstance(value, str):
        raise Rejected("Its id is not text. Put the id in quotation marks.")
    if not value.strip() or len(value) > LONGEST_ID or UNSTORABLE.search(value):
        raise Rejected(f"Its id is blank, unreadable or over {LONGEST_ID} characters. Use a short plain id.")
    return value


def canonical(data: Data) -> str:
    """The same text for the same content, whatever the order of its keys."""
    return ENCODE(data)


def digest(text: str) -> str:
    """A short fingerprint of a canonical text."""
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def storable(data: dict[str, Any], text: str) -> dict[str, Any]:
    """The record without characters that databases refuse; ``text`` is its canonical text."""
    if "\\u0000" not in text and "\\ud" not in text:
        return data
    scrubbed: dict[str, Any] = _scrub(data)
    return scrubbed


def _scrub(value: Any) -> Any:
    if isinstance(value, str):
        return UNSTORABLE.sub("", value)
    if isinstance(value, list):
        return [_scrub(part) for part in value]
    if isinstance(value, dict):
        return {_scrub(key): _scrub(part) for key, part in value.items()}
    return value


def merged(stored: Data, forms: frozenset[str], incoming: Data, form: str | None) -> dict[str, Any]:
    """The record after this news.

    A full record, or one that has only ever come in this form, replaces what is stored. A brief one, or
    one found inside another record (form None), changes what it mentions and takes nothing away.
    """
    if form == "full" or (form is not None and forms <= {form}):
        return dict(incoming)
    return {**stored, **{key: value for key, value in incoming.items() if value not in EMPTY}}
