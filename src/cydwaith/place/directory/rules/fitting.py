"""How well an entry fits a need: which of the need's terms it uses, and where it says them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from .stems import stems

STRONG, WEAK, OWN = 0.85, 0.35, 0.22
FADE = 0.7
"""What the second-best sign is worth beside the best, the third beside the second, and so on."""
APART = 0.45
"""What a term of several words is worth where its words stand apart."""
NOT_FOR = 0.7
"""What is left of the fit of an entry that names a group of people whom nobody asked for."""
LEAD_WORDS, BODY_WORDS = 40, 260


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
    """One thing to look for: its stems with spaces around, its weight, and how it is written."""

    stems: str
    weight: float
    text: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Fit:
    """How well it fits (0 to 1), the sign that counts most, and where it stands."""

    value: float
    sign: Sign | None = None
    field: Field | None = None


def sign(text: str, weight: float, language: str = "en") -> Sign:
    """A sign for a term as it is written."""
    return Sign(stems(text), weight, text, language)


def said(name: str, terms: str, organisation: str, about: str) -> str:
    """What an entry says, prepared: five lines of stems."""
    words = stems(about, LEAD_WORDS + BODY_WORDS).split()
    lead, body = words[:LEAD_WORDS], words[LEAD_WORDS:]
    return "\n".join((stems(name), stems(terms), stems(organisation), _spaced(lead), _spaced(body)))


def _spaced(words: Sequence[str]) -> str:
    return f" {' '.join(words)} " if words else ""


def fit(prepared: str, signs: Iterable[Sign], asked: frozenset[int] = frozenset()) -> Fit:
    """How well what an entry says fits these signs; ``asked`` are the groups of people that were asked for.

    Each sign counts once, where it counts most. Signs fade from the best to the least and are joined so
    that every further one helps, none lowers, and the sum stays below 1.
    """
    fields = prepared.split("\n")
    found = [(worth, one, field) for one in signs for worth, field in [_best(fields, one)] if worth]
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
    parts = one.stems.split()
    best, at = 0.0, Field.BODY
    for field, text in zip(Field, fields, strict=False):
        credit = CREDIT[field] * one.weight
        if credit <= best or not text or not parts:
            continue
        if one.stems in text:
            best, at = credit, field
        elif len(parts) > 1 and credit * APART > best and all(f" {part} " in text for part in parts):
            best, at = credit * APART, field
    return best, at


def others(stemmed: str) -> frozenset[int]:
    """The groups of people that these stems name."""
    return frozenset(AUDIENCE[word] for word in stemmed.split() if word in AUDIENCE)
