"""How well an entry fits a need: which of the need's terms it uses, and where it says them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from cydwaith.place.needs.rules.words import fold

from .stems import spaced, stem, stems
from .texts import Text

STRONG, WEAK, OWN = 0.85, 0.30, 0.60
"""What a need's terms weigh, and a person's own word where it is their only one."""
FADE = 0.8
"""What the second-best sign is worth beside the best, the third beside the second, and so on."""
APART = 0.45
"""What a term of several words is worth where its words stand apart."""
NOT_FOR = 0.7
"""What is left of the fit of an entry that names a group of people whom nobody asked for."""
LEAD_WORDS, BODY_WORDS = 40, 260


CAPITALS = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z]{1,5}(?!\w)")  # begins with a letter: the search is faster
INITIALS = "^"


class Field(IntEnum):
    """Where an entry says something, in the order in which ``said`` holds it."""

    NAME = 0
    TERMS = 1
    ORGANISATION = 2
    LEAD = 3
    BODY = 4


CREDIT = (1.0, 0.9, 0.45, 0.7, 0.4)

PEOPLE = (
    "child children childrens kid baby toddler infant junior nursery plant babanod",
    "young youth teenager teen student pupil ifanc ieuenctid",
    "deaf byddar",
    "blind dall",
    "veteran forces",
    "lgbt lgbtq trans gay",
    "disabled disability anabl anabledd autistic autism awtistig",
    "refugee asylum ffoadur",
    "prisoner prison offender carchar",
    "maternity pregnancy antenatal postnatal beichiogrwydd",
)
"""Words in a name that say for whom something is: those of one line belong together."""

AUDIENCE = {word: line for line, group in enumerate(PEOPLE) for word in stems(group).split()}


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing to look for: its stems with spaces around, its weight, and how it is written.

    ``initials`` marks what is written in capitals: "ME" is not "me".
    """

    stems: str
    weight: float
    text: str
    language: str = "en"
    parts: frozenset[str] = frozenset()
    initials: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """How well it fits (0 to 1), the sign that counts most, and where it stands."""

    value: float
    sign: Sign | None = None
    field: Field | None = None


def sign(text: str, weight: float, language: str = "en") -> Sign:
    """A sign for a term as it is written."""
    if CAPITALS.fullmatch(text):
        marked = f" {INITIALS}{fold(text)} "
        return Sign(marked, weight, text, language, frozenset(marked.split()), True)
    stemmed = stems(text)
    return Sign(stemmed, weight, text, language, frozenset(stemmed.split()))


def said(name: Text, terms: Text, organisation: Text, about: Text) -> str:
    """What an entry says, prepared: five lines of stems, the first and last with what stands in capitals."""
    named, told, owner = (spaced(list(map(stem, each.words))) for each in (name, terms, organisation))
    words = list(map(stem, about.words[: LEAD_WORDS + BODY_WORDS]))
    lead, body = spaced(words[:LEAD_WORDS]), spaced(words[LEAD_WORDS:])
    return "\n".join((named + _initials(name.written), told, owner, lead, body + _initials(about.written)))


def _initials(text: str) -> str:
    """What stands in capitals, marked: nothing where everything does."""
    found = CAPITALS.findall(text)
    if not found or text.isupper():
        return ""
    return spaced([INITIALS + word.lower() for word in dict.fromkeys(found)])


def fit(prepared: str, signs: Iterable[Sign], asked: frozenset[int] = frozenset()) -> Fit:
    """How well what an entry says fits these signs; ``asked`` are the groups of people that were asked for.

    Each sign counts once, where it counts most. Signs fade from the best to the least and are joined so
    that every further one helps, none lowers, and the sum stays below 1.
    """
    fields, words = prepared.split("\n"), set(prepared.split())
    there = (one for one in signs if one.parts and one.parts <= words)
    found = [(worth, one, field) for one in there for worth, field in [_best(fields, one)] if worth]
    if not found:
        return Fit(0.0)
    found.sort(key=lambda each: -each[0])
    left, fade = 1.0, 1.0
    for worth, _one, _field in found:
        left *= 1 - worth * fade
        fade *= FADE
    _worth, best, field = found[0]
    return Fit((1 - left) * (NOT_FOR if others(fields[Field.NAME]) - asked else 1.0), best, field)


def _best(fields: Sequence[str], one: Sign) -> tuple[float, Field]:
    """What a sign is worth at the place where it is worth most."""
    best, at = 0.0, Field.BODY
    for field, text in zip(Field, fields, strict=False):
        credit = CREDIT[field] * one.weight
        if credit <= best:
            continue
        if one.stems in text:
            best, at = credit, field
        elif len(one.parts) > 1 and credit * APART > best and one.parts <= set(text.split()):
            best, at = credit * APART, field
    return best, at


def others(stemmed: str) -> frozenset[int]:
    """The groups of people that these stems name."""
    return frozenset(AUDIENCE[word] for word in stemmed.split() if word in AUDIENCE)
