"""Pointing at words that seem to name a health condition or a medicine. It misses some, and says so.

Nothing is decided here: the person reads the line again and keeps it or changes it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cydwaith.place.needs.rules.words import distance, fold, roots

TOKEN = re.compile(r"\w+(?:['’‘`]\w+)*")
LONG_ENOUGH_FOR_A_SLIP = 8
SHORTEST_MUTATED = 5
AROUND = 60
ARTICLES = ("y", "yr")


@dataclass(frozen=True, slots=True)
class Spot:
    """A word or phrase in a text, by its place."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordList:
    """The list, ready to look through: phrases as folded words, by their first word.

    ``work_after`` and ``work_before`` are words that make a job of it where they follow, as in "cancer
    nurse", or stand before, as in "nyrs ganser".
    """

    english: Mapping[str, tuple[tuple[str, ...], ...]]
    welsh: Mapping[str, tuple[tuple[str, ...], ...]]
    capitals: frozenset[str]
    not_meant: tuple[tuple[str, ...], ...]
    work_after: frozenset[str]
    work_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text as it stands, where, and folded."""

    text: str
    folded: str
    start: int
    end: int


def by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as folded words under their first one, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = folded(phrase)
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in found.items()}


def folded(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents or apostrophes."""
    return tuple(token.folded for token in _tokens(text))


def named_in(text: str, known: WordList) -> tuple[Spot, ...]:
    """Where a text seems to name a health condition, a treatment or a medicine, in order."""
    tokens = list(_tokens(text))
    meant_otherwise = _not_meant(tokens, known)
    shouted = text.upper() == text
    spots: list[Spot] = []
    place = 0
    while place < len(tokens):
        length = 0 if place in meant_otherwise else _length(tokens, place, known, shouted)
        if length and not _is_work(tokens, place, place + length, known):
            spots.append(Spot(tokens[place].start, tokens[place + length - 1].end))
        place += length or 1
    return tuple(spots)


def _tokens(text: str) -> Iterator[Token]:
    for found in TOKEN.finditer(text):
        yield Token(found.group(), fold(found.group()), found.start(), found.end())


def _not_meant(tokens: Sequence[Token], known: WordList) -> frozenset[int]:
    places: set[int] = set()
    for place in range(len(tokens)):
        for words in known.not_meant:
            if tuple(token.folded for token in tokens[place : place + len(words)]) == words:
                places.update(range(place, place + len(words)))
    return frozenset(places)


def _length(tokens: Sequence[Token], place: int, known: WordList, shouted: bool) -> int:
    """How many words from here name something; 0 for none."""
    first = tokens[place]
    if first.text in known.capitals and not shouted:
        return 1
    phrases = [*_starting(first.folded, known.english), *_starting_mutated(first.folded, known.welsh)]
    for words in sorted(phrases, key=len, reverse=True):
        rest = [token.folded for token in tokens[place + 1 : place + len(words)]]
        if len(rest) == len(words) - 1 and all(map(_same, rest, words[1:])):
            return len(words)
    return 0


def _starting(word: str, phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> tuple[tuple[str, ...], ...]:
    exact = phrases.get(word) or phrases.get(word.removesuffix("s"))
    if exact or len(word) < LONG_ENOUGH_FOR_A_SLIP:
        return exact or ()
    near = (each for first, each in phrases.items() if _is_slip(word, first))
    return tuple(words for each in near for words in each if len(words) == 1)


def _is_slip(word: str, meant: str) -> bool:
    """Whether a long word is one slip of the finger away: "arthritus"."""
    return len(meant) >= LONG_ENOUGH_FOR_A_SLIP and word[0] == meant[0] and distance(word, meant, 1) == 1


def _starting_mutated(
    word: str, phrases: Mapping[str, tuple[tuple[str, ...], ...]]
) -> tuple[tuple[str, ...], ...]:
    plain = phrases.get(word, ())
    mutated = (each for root in roots(word) for each in phrases.get(root, ()))
    return (*plain, *(words for words in mutated if len(words) > 1 or len(words[0]) >= SHORTEST_MUTATED))


def _same(word: str, meant: str) -> bool:
    return word == meant or word.removesuffix("s") == meant or meant in roots(word)


def _is_work(tokens: Sequence[Token], place: int, after: int, known: WordList) -> bool:
    follows = after < len(tokens) and tokens[after].folded in known.work_after
    before = [token.folded for token in tokens[:place] if token.folded not in ARTICLES]
    return follows or (bool(before) and before[-1] in known.work_before)


def around(text: str, spot: Spot) -> tuple[str, str, str]:
    """What stands before a word, the word, and what follows, short enough to read at a glance."""
    before, after = text[: spot.start], text[spot.end :]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return before, text[spot.start : spot.end], after
