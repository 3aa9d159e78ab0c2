"""The need list itself: what one need holds, and how a list is written down and read."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

LANGUAGES = ("en", "cy")
THEMES = ("health", "work", "money", "home", "connection", "learning", "caring", "crisis")
STRONG, WEAK = "strong", "weak"
NO_RELATION = "{need}: there is no need {other} to relate to."
NO_GROUP = "{need}: there is no group of words called {group}."
NO_NEEDS = "A need list holds at least one need under “needs”."
NO_LIST_OF_GROUPS = "“groups” holds a list of words for each name."
NO_KEY = "Every need has a key."
NO_LABEL = "{need}: give the label in English (en) and in Welsh (cy)."
NO_PARTS = "{where}: this holds phrases and terms."
NO_VOCABULARY = "{need}: each taxonomy link names its vocabulary."
NO_WORDS = "{where}: this is a list of words."
TWICE = "There are two needs with the key {need}."
NO_THEME = "{need}: the theme is one of {themes}."
NO_RECORDS = "The file holds one JSON object with a list of records under “{name}”."
NO_JSON = "The attribute {attribute} does not hold JSON."
NAMED = re.compile(r"@([a-z_]+)")
PARTS = ("phrases", "telling", "hints", STRONG, WEAK)


class Wrong(ValueError):
    """A list that cannot be used; the message says where and what to do.

    ``sentence`` has holes for ``names``, so that a page can say it in the reader's language.
    """

    def __init__(self, sentence: str, **names: object) -> None:
        super().__init__(sentence.format(**names) if names else sentence)
        self.sentence, self.names = sentence, names


@dataclass(frozen=True, slots=True)
class Term:
    """A word or two that services for a need use of themselves; strong ones seldom mean another."""

    text: str
    weight: str
    language: str


@dataclass(frozen=True, slots=True)
class TermLink:
    """A term of somebody else's taxonomy that means this need."""

    vocabulary: str
    term_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says of a need.

    ``phrases`` are said by people; ``telling`` words point at the need by themselves and ``hints`` only
    together ("a + b" must both be there, "@name" is any word of a group); ``strong`` and ``weak`` are terms.
    """

    phrases: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One need with everything that is known of it."""

    key: str
    theme: str
    label: Mapping[str, str]
    words: Mapping[str, Words]
    taxonomy: tuple[TermLink, ...] = ()
    related: tuple[str, ...] = ()
    is_urgent: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words to search the directory for, strong ones first."""
        return tuple(
            Term(text, weight, language)
            for weight in (STRONG, WEAK)
            for language in LANGUAGES
            for text in getattr(self.words[language], weight)
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list: its needs in order, and the groups of words that telling words may stand for."""

    entries: tuple[Entry, ...]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def entry(self, key: str) -> Entry | None:
        """The need with this key."""
        return next((entry for entry in self.entries if entry.key == key), None)


def as_content(listing: Listing) -> dict[str, Any]:
    """The list as JSON; ``read`` gives the same list back."""
    return {
        "groups": {name: list(words) for name, words in listing.groups.items()},
        "needs": [_entry_as_content(entry) for entry in listing.entries],
    }


def _entry_as_content(entry: Entry) -> dict[str, Any]:
    return {
        "key": entry.key,
        "theme": entry.theme,
        "label": dict(entry.label),
        "is_urgent": entry.is_urgent,
        "related": list(entry.related),
        "taxonomy": [
            {"vocabulary": link.vocabulary, "id": link.term_id, "name": link.name} for link in entry.taxonomy
        ],
        **{
            language: {part: list(getattr(entry.words[language], part)) for part in PARTS}
            for language in LANGUAGES
        },
    }


def mark(need: Mapping[str, Any]) -> str:
    """A short mark of what one need says, as JSON: another after any change."""
    return sha256(json.dumps(need, sort_keys=True).encode()).hexdigest()[:16]


def read(content: Mapping[str, Any]) -> Listing:
    """A list from JSON. Raises ``Wrong`` with a sentence that says what to put right."""
    needs = content.get("needs")
    if not isinstance(needs, list) or not needs:
        raise Wrong(NO_NEEDS)
    listing = Listing(tuple(_read_entry(raw) for raw in needs), _read_groups(content.get("groups") or {}))
    _check(listing)
    return listing


def _read_groups(raw: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(raw, Mapping):
        raise Wrong(NO_LIST_OF_GROUPS)
    return {str(name): _lines(words, f"group {name}") for name, words in raw.items()}


def _read_entry(raw: Any) -> Entry:
    if not isinstance(raw, Mapping) or not str(raw.get("key") or "").strip():
        raise Wrong(NO_KEY)
    key = str(raw["key"])
    label = raw.get("label")
    if not isinstance(label, Mapping) or not all(str(label.get(one) or "").strip() for one in LANGUAGES):
        raise Wrong(NO_LABEL, need=key)
    return Entry(
        key=key,
        theme=str(raw.get("theme") or ""),
        label={one: str(label[one]).strip() for one in LANGUAGES},
        words={one: _read_words(raw.get(one) or {}, f"{key}, {one}") for one in LANGUAGES},
        taxonomy=tuple(_read_link(link, key) for link in raw.get("taxonomy") or ()),
        related=_lines(raw.get("related") or [], f"{key}, related"),
        is_urgent=raw.get("is_urgent") is True,
    )


def _read_words(raw: Any, where: str) -> Words:
    if not isinstance(raw, Mapping):
        raise Wrong(NO_PARTS, where=where)
    return Words(**{part: _lines(raw.get(part) or [], f"{where}, {part}") for part in PARTS})


def _read_link(raw: Any, key: str) -> TermLink:
    if not isinstance(raw, Mapping) or not raw.get("vocabulary"):
        raise Wrong(NO_VOCABULARY, need=key)
    return TermLink(str(raw["vocabulary"]), str(raw.get("id") or ""), str(raw.get("name") or ""))


def _lines(raw: Any, where: str) -> tuple[str, ...]:
    if not isinstance(raw, list | tuple) or not all(isinstance(line, str) for line in raw):
        raise Wrong(NO_WORDS, where=where)
    return tuple(dict.fromkeys(tidy for line in raw if (tidy := " ".join(line.split()))))


def _check(listing: Listing) -> None:
    keys = [entry.key for entry in listing.entries]
    if twice := {key for key in keys if keys.count(key) > 1}:
        raise Wrong(TWICE, need=min(twice))
    for entry in listing.entries:
        if entry.theme not in THEMES:
            raise Wrong(NO_THEME, need=entry.key, themes=", ".join(THEMES))
        if unknown := set(entry.related) - set(keys):
            raise Wrong(NO_RELATION, need=entry.key, other=min(unknown))
        _check_groups(entry, listing.groups)


def _check_groups(entry: Entry, groups: Mapping[str, tuple[str, ...]]) -> None:
    for sign in _signs(entry):
        for name in NAMED.findall(sign):
            if name not in groups:
                raise Wrong(NO_GROUP, need=entry.key, group=name)


def _signs(entry: Entry) -> Iterable[str]:
    for language in LANGUAGES:
        yield from entry.words[language].telling
        yield from entry.words[language].hints
