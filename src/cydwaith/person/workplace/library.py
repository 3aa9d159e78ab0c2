"""The library of adjustments: data in both languages, read once."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FILE = files("cydwaith.person.workplace") / "data" / "adjustments.json"


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One adjustment in the reader's language; no kind of work means every kind."""

    key: str
    barriers: tuple[str, ...]
    kinds: tuple[str, ...]
    title: str
    words: str
    helps_with: tuple[str, ...]
    cost: str
    pays: tuple[str, ...]
    source: str
    source_url: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where more is said."""

    name: str
    url: str


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return loaded


@cache
def _all(language: str) -> tuple[LibraryEntry, ...]:
    return tuple(_entry(raw, language) for raw in _data()["entries"])


def _entry(raw: dict[str, Any], language: str) -> LibraryEntry:
    said, source = _data(), _data()["sources"][raw["sources"][0]]
    return LibraryEntry(
        key=raw["key"],
        barriers=tuple(raw["barriers"]),
        kinds=tuple(raw["kinds"]),
        title=raw["title"][language],
        words=raw["words"][language],
        helps_with=tuple(said["barriers"][key][language] for key in raw["barriers"]),
        cost=said["costs"][raw["cost"]][language],
        pays=tuple(said["pays"][key][language] for key in raw["pays"]),
        source=source["name"][language],
        source_url=source["url"],
    )


def _known(language: str) -> str:
    return "cy" if language == "cy" else "en"


def entries(language: str, barrier: str = "", kind: str = "") -> tuple[LibraryEntry, ...]:
    """The adjustments for one barrier and one kind of work; for all where none is named."""
    return tuple(
        one
        for one in _all(_known(language))
        if (not barrier or barrier in one.barriers) and (not kind or not one.kinds or kind in one.kinds)
    )


def entry(key: str, language: str) -> LibraryEntry | None:
    """One adjustment by its key, or None."""
    return next((one for one in _all(_known(language)) if one.key == key), None)


def choices(part: str, language: str) -> list[tuple[str, str]]:
    """The ``barriers`` or ``kinds`` to choose from."""
    return [(key, words[_known(language)]) for key, words in _data()[part].items()]


def sources(language: str) -> tuple[Source, ...]:
    """Where more is said."""
    return tuple(Source(one["name"][_known(language)], one["url"]) for one in _data()["sources"].values())
