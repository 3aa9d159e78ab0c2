"""Pointing at words that seem to name a health condition or a medicine. It misses some, and says so.

Nothing is decided here: the person reads the line again and keeps it or changes it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cydwaith.place.needs.rules.words import MUTATIONS, distance, fold, roots

TOKEN = re.compile(r"\w+(?:['’‘`]\w+)*")
LONG_ENOUGH_FOR_A_SLIP = 8
SHORTEST_MUTATED = 5
AROUND = 60
ARTICLES = ("y", "yr")
VOWELS = tuple("aeiouwy")


Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A word or phrase in a text, by its place."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordList:
    """The list, ready to look through: phrases as folded words, by their first word.

    ``long_words`` are those of one long word, by first letter and length: there a slip is forgiven.
    ``work_after`` and ``work_before`` are words that make a job of it where they follow, as in "cancer
    nurse", or stand before, as in "nyrs ganser".
    """

    english: Phrases
    welsh: Phrases
    capitals: frozenset[str]
    not_meant: Phrases
    work_after: frozenset[str]
    work_before: frozenset[str]
    long_words: Mapping[tuple[str, int], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text as it stands, where, and folded."""

    text: str
    folded: str
    start: int
    end: int


def by_first_word(phrases: Iterable[str]) -> Phrases:
    """Phrases as folded words under their first one, the longest first."""
    return _under((words[0], words) for words in map(folded, phrases))


def by_first_form(phrases: Iterable[str]) -> Phrases:
    """Welsh phrases under every form of their first word; a short word alone only as it stands."""
    return _under((form, words) for words in map(folded, phrases) for form in _forms_of(words))


def _under(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for first, words in pairs:
        found.setdefault(first, []).append(words)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in found.items()}


def _forms_of(words: tuple[str, ...]) -> set[str]:
    is_short = len(words) == 1 and len(words[0]) < SHORTEST_MUTATED
    return {words[0]} if is_short else set(forms(words[0]))


def forms(word: str) -> Iterator[str]:
    """A Welsh word as it stands and as it may be mutated: what ``roots`` undoes."""
    yield word
    for changed, root in MUTATIONS:
        if word.startswith(root):
            yield changed + word[len(root) :]
    if word[:1] in VOWELS:
        yield "h" + word
    if word[:1] == "g" and word[1:2] in (*VOWELS, "l", "r"):
        yield word[1:]


def long_words(phrases: Phrases) -> dict[tuple[str, int], tuple[str, ...]]:
    """The phrases of one long word, by first letter and length."""
    found: dict[tuple[str, int], list[str]] = {}
    for words in (words for each in phrases.values() for words in each if len(words) == 1):
        if len(words[0]) >= LONG_ENOUGH_FOR_A_SLIP:
            found.setdefault((words[0][0], len(words[0])), []).append(words[0])
    return {key: tuple(each) for key, each in found.items()}


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
    for place, token in enumerate(tokens):
        for words in known.not_meant.get(token.folded, ()):
            if tuple(each.folded for each in tokens[place : place + len(words)]) == words:
                places.update(range(place, place + len(words)))
    return frozenset(places)


def _length(tokens: Sequence[Token], place: int, known: WordList, shouted: bool) -> int:
    """How many words from here name something; 0 for none."""
    first = tokens[place]
    if first.text in known.capitals and not shouted:
        return 1
    phrases = (*_starting(first.folded, known), *known.welsh.get(first.folded, ()))
    for words in sorted(phrases, key=len, reverse=True):
        rest = [token.folded for token in tokens[place + 1 : place + len(words)]]
        if len(rest) == len(words) - 1 and all(map(_same, rest, words[1:])):
            return len(words)
    return 0


def _starting(word: str, known: WordList) -> tuple[tuple[str, ...], ...]:
    exact = known.english.get(word) or known.english.get(word.removesuffix("s"))
    return exact or tuple((meant,) for meant in _slips(word, known))


def _slips(word: str, known: WordList) -> Iterator[str]:
    """The long words that are one slip of the finger away: "arthritus"."""
    for length in range(max(len(word) - 1, LONG_ENOUGH_FOR_A_SLIP), len(word) + 2):
        for meant in known.long_words.get((word[0], length), ()):
            if distance(word, meant, 1) == 1:
                yield meant


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
