"""What a reader of feeds hands to the directory, whatever the standard."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .records import Record

Data = Mapping[str, Any]


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
        return None if value in (None, "") else str(value)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one record, and what it left out."""

    record: Record
    notes: tuple[str, ...] = ()


Reader = Callable[[str, Data], Reading]
"""(kind, data) to a reading; raises Rejected."""


class Rejected(Exception):
    """A record that cannot be taken in; the sentence says what to put right."""


def digest(data: Data) -> str:
    """The same for the same content, whatever the order of its keys."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def merged(stored: Data, forms: frozenset[str], incoming: Data, form: str | None) -> dict[str, Any]:
    """The record after this news.

    A full record, or one that has only ever come in this form, replaces what is stored. A brief one, or one found
    inside another record (form None), changes what it mentions and takes nothing away.
    """
    if form == "full" or (form is not None and forms <= {form}):
        return dict(incoming)
    return {**stored, **incoming}
