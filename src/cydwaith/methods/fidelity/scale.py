"""A fidelity scale as data: items, bands, version. A place may bring its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..words import Words
from .notes import wrong


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its number or key, a short name, its section; ``computed`` where the record can score it."""

    key: str
    name: Words
    section: Words
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A name for totals of ``low`` and more, up to the next band."""

    low: int
    words: Words


@dataclass(frozen=True, slots=True)
class FidelityScale:
    """Items each scored from ``lowest`` to ``highest``, summed; bands from the lowest up."""

    key: str
    version: str
    name: Words
    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    lowest: int = 1
    highest: int = 5
    source: str = ""

    def band(self, total: float) -> Band:
        """The band of a total."""
        return next(band for band in reversed(self.bands) if total >= band.low)

    @property
    def range(self) -> tuple[int, int]:
        """The lowest and highest total there can be."""
        return len(self.items) * self.lowest, len(self.items) * self.highest


def scale_from(data: Mapping[str, Any]) -> FidelityScale:
    """A place's own fidelity statement from plain values: the components that it agreed.

    ``key``, ``version``, ``name`` and for each of ``items`` a ``key``, ``name``, ``section``; each of
    ``bands`` a ``low`` and ``name``. Names are {"en": .., "cy": ..}. Raises ``FidelityError``
    ``wrong_scale``.
    """
    items = tuple(
        Item(_text(row, "key", "items"), _words(row, "name", "items"), _words(row, "section", "items"))
        for row in data.get("items") or ()
    )
    bands = tuple(Band(_whole(row, "low"), _words(row, "name", "bands")) for row in data.get("bands") or ())
    lowest, highest = int(data.get("lowest", 1)), int(data.get("highest", 5))
    scale = FidelityScale(
        _text(data, "key", "key"), _text(data, "version", "version"), _words(data, "name", "name"),
        items, bands, lowest, highest, str(data.get("source", "")),
    )  # fmt: skip
    return checked(scale)


def checked(scale: FidelityScale) -> FidelityScale:
    """The scale, if it can be."""
    keys = [item.key for item in scale.items]
    lows = [band.low for band in scale.bands]
    if not keys or len(set(keys)) != len(keys):
        raise wrong("wrong_scale", "items", hint="give at least one, each with a key of its own")
    if scale.lowest >= scale.highest:
        raise wrong("wrong_scale", "highest", hint="it must be above the lowest")
    if lows != sorted(set(lows)) or not lows or lows[0] > scale.range[0]:
        raise wrong("wrong_scale", "bands", hint="give them upward from the lowest total there can be")
    return scale


def _text(row: Mapping[str, Any], name: str, field: str) -> str:
    value = row.get(name)
    if not isinstance(value, str | int) or value == "":
        raise wrong("wrong_scale", field, hint=f"“{name}” is missing")
    return str(value)


def _words(row: Mapping[str, Any], name: str, field: str) -> Words:
    value = row.get(name)
    if not isinstance(value, Mapping) or not value.get("en") or not value.get("cy"):
        raise wrong("wrong_scale", field, hint=f"“{name}” needs its English and its Welsh")
    return Words(str(value["en"]), str(value["cy"]))


def _whole(row: Mapping[str, Any], name: str) -> int:
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, int):
        raise wrong("wrong_scale", "bands", hint=f"“{name}” must be a whole number")
    return value
