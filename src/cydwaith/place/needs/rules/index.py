"""A need list made ready for recognising: built once for each version of the list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from .common import COMMON_STEMS, NOT
from .company import Company
from .listing import LANGUAGES, Entry, Listing
from .reading import E, W, is_ordinary, split
from .stems import english, welsh

Elements = tuple[str, ...]
PHRASE, TELLING, HINT, STRONG, WEAK = "phrase", "telling", "hint", "strong", "weak"
ONE_WORD = {TELLING: 0.62, HINT: 0.22, STRONG: 0.5, WEAK: 0.1}
MORE_WORDS = {PHRASE: 0.97, TELLING: 0.76, HINT: 0.28, STRONG: 0.66, WEAK: 0.16}
SHARED = 0.88
ORDINARY = {TELLING: 0.55, HINT: 0.6, STRONG: 0.2, WEAK: 0.2}
SAID = {PHRASE: 1.0, TELLING: 1.0, HINT: 1.0, STRONG: 0.6, WEAK: 0.3}
ORDINARY_COMPANY = 0.6
GROUP_WORTH = 0.4
EMPTY, FULL = 0.5, 0.6
GROUP = re.compile(r"(@[a-z_]+)")


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for a need when all of its parts are said."""

    need: str
    weight: float
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase by its telling stems, for sentences that say nearly the same."""

    need: str
    mass: float


@dataclass(slots=True)
class Index:
    """What ``scoring`` looks things up in."""

    keys: tuple[str, ...] = ()
    urgent: frozenset[str] = frozenset()
    forms: set[str] = field(default_factory=set)
    spellings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    groups: dict[str, list[tuple[Elements, str]]] = field(default_factory=lambda: defaultdict(list))
    idle: set[tuple[str, ...]] = field(default_factory=set)
    deniable: frozenset[str] = frozenset()
    parts: dict[Elements, int] = field(default_factory=dict)
    starts: dict[str, list[tuple[Elements, int]]] = field(default_factory=lambda: defaultdict(list))
    signs: list[Sign] = field(default_factory=list)
    by_part: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    phrases: list[Phrase] = field(default_factory=list)
    in_phrases: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    telling: dict[str, float] = field(default_factory=dict)
    company: Company = field(default_factory=Company)

    def worth(self, element: str) -> float:
        """How telling a stem is; a group is taken for a word of some weight."""
        return GROUP_WORTH if element.startswith("@") else self.telling.get(element, 1.0)


def build(listing: Listing) -> Index:
    """The index of a list."""
    index = Index(
        keys=tuple(entry.key for entry in listing.entries),
        urgent=frozenset(entry.key for entry in listing.entries if entry.is_urgent),
    )
    for name, words in listing.groups.items():
        _add_group(index, name, words)
    found: dict[tuple[tuple[int, ...], str], dict[str, float]] = defaultdict(dict)
    for entry in listing.entries:
        for kind, language, text in _texts(entry):
            _add_sign(index, found, entry.key, kind, language, text)
    _settle(index, found)
    _weigh(index, listing)
    return index


def _texts(entry: Entry) -> Iterable[tuple[str, str, str]]:
    for language in LANGUAGES:
        words = entry.words[language]
        yield PHRASE, language, entry.label[language]
        for kind, texts in (
            (PHRASE, words.phrases),
            (TELLING, words.telling),
            (HINT, words.hints),
            (STRONG, words.strong),
            (WEAK, words.weak),
        ):
            for text in texts:
                yield kind, language, text


def _add_group(index: Index, name: str, words: Iterable[str]) -> None:
    if name == "idle":
        index.idle.update(tuple(word for _, word in split(text)) for text in words)
        return
    for text in words:
        for language in LANGUAGES:
            elements = _elements(index, language, text)
            if elements:
                index.groups[elements[0]].append((elements, "@" + name))
    if name == "deniable":
        index.deniable = frozenset(
            form for form, rows in index.groups.items() if ((form,), "@deniable") in rows
        )


def _elements(index: Index, language: str, text: str) -> Elements:
    """A text as stems and names of groups; every word is remembered as a spelling that is right."""
    elements: list[str] = []
    for piece in GROUP.split(text):
        elements += [piece] if piece.startswith("@") else _stems(index, language, piece)
    return tuple(elements)


def _stems(index: Index, language: str, text: str) -> list[str]:
    mark, stem = (E, english) if language == "en" else (W, welsh)
    stems = []
    for _, word in split(text):
        form = mark + stem(word)
        stems.append(form)
        index.forms.add(form)
        if len(word) > 3:
            for spelling in shortened(word):
                index.spellings[spelling].add(word)
    return stems


def shortened(word: str) -> set[str]:
    """The word, and the word with a letter less: two words that are a slip apart share one of these."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _add_sign(
    index: Index,
    found: dict[tuple[tuple[int, ...], str], dict[str, float]],
    key: str,
    kind: str,
    language: str,
    text: str,
) -> None:
    parts = [part for piece in text.split("+") if (part := _elements(index, language, piece))]
    size = sum(map(len, parts))
    if not parts:
        return
    for part in parts:
        index.company.add(key, [form for form in part if form[0] != "@"], SAID[kind])
    if kind == PHRASE:
        _add_phrase(index, key, parts[0])
    weight = _weight(kind, parts, size) * (_ordinary(kind, text) if size == 1 else 1)
    if weight:
        needs = found[tuple(sorted({_part(index, part) for part in parts})), kind]
        needs[key] = max(needs.get(key, 0), weight)


def _weight(kind: str, parts: list[Elements], size: int) -> float:
    if kind == PHRASE and size == 1:
        return 0.9
    return (MORE_WORDS if size > 1 else ONE_WORD)[kind] + (0.04 if kind == TELLING and size > 2 else 0)


def _ordinary(kind: str, text: str) -> float:
    """A single word that everybody uses of everything says less; as a term, like "me", next to nothing."""
    words = [word for _, word in split(text)]
    return ORDINARY.get(kind, 1.0) if all(_says_little(word) for word in words) else 1.0


def _says_little(word: str) -> bool:
    return is_ordinary(word) or len(word) < 3 or english(word) in COMMON_STEMS


def _part(index: Index, elements: Elements) -> int:
    if elements not in index.parts:
        index.parts[elements] = len(index.parts)
        index.starts[elements[0]].append((elements, index.parts[elements]))
    return index.parts[elements]


def _add_phrase(index: Index, key: str, elements: Elements) -> None:
    number = len(index.phrases)
    index.phrases.append(Phrase(key, 0.0))
    for form in set(elements):
        index.in_phrases[form].append(number)


def _settle(index: Index, found: Mapping[tuple[tuple[int, ...], str], Mapping[str, float]]) -> None:
    """What speaks for several needs speaks for each a little less."""
    for (parts, _kind), needs in found.items():
        for key, weight in needs.items():
            number = len(index.signs)
            index.signs.append(Sign(key, weight * SHARED ** (len(needs) - 1), parts))
            for part in parts:
                index.by_part[part].append(number)


def _weigh(index: Index, listing: Listing) -> None:
    """How telling each stem is: rare among the needs is telling, ordinary in the language is not."""
    seen: dict[str, set[str]] = defaultdict(set)
    ordinary: set[str] = {E + NOT}
    for entry in listing.entries:
        for _kind, language, text in _texts(entry):
            mark, stem = (E, english) if language == "en" else (W, welsh)
            for _, word in split(text):
                seen[mark + stem(word)].add(entry.key)
                if is_ordinary(word):
                    ordinary.add(mark + stem(word))
    most = log(len(listing.entries) + 1)
    for form, keys in seen.items():
        rarity = log((len(listing.entries) + 1) / len(keys)) / most
        index.telling[form] = max(0.02, rarity * (0.35 if form in ordinary else 1.0))
    _empty(index)
    masses = [0.0] * len(index.phrases)
    for form, numbers in index.in_phrases.items():
        for number in numbers:
            masses[number] += index.telling.get(form, 0.0)
    index.phrases = [Phrase(p.need, mass) for p, mass in zip(index.phrases, masses, strict=True)]
    index.company.settle(dict.fromkeys(ordinary, ORDINARY_COMPANY))


def _empty(index: Index) -> None:
    """Ordinary words together, like "get out", say less than others; of what is urgent they say the same."""
    mass = {number: sum(map(index.worth, elements)) for elements, number in index.parts.items()}
    size = {number: len(elements) for elements, number in index.parts.items()}
    for number, sign in enumerate(index.signs):
        if (
            sum(map(size.__getitem__, sign.parts)) > 1
            and sign.need not in index.urgent
            and sign.weight < MORE_WORDS[PHRASE] * SHARED
        ):
            said = min(1.0, sum(map(mass.__getitem__, sign.parts)) / FULL)
            index.signs[number] = Sign(sign.need, sign.weight * (EMPTY + (1 - EMPTY) * said), sign.parts)
