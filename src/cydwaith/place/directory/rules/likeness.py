"""Which services may be one and the same: likely pairs without comparing each with each.

Services meet in a block when they share something telling: a number, an address, or a word of the name at the
same place. A pair that met is weighed as in record linkage after Fellegi and Sunter (1969): each comparison
adds or takes away evidence in logits, and ``chance`` is where the sum ends up between 0 and 1. Weights were
set by hand, not fitted. No Django: thousands of faces in, pairs out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import exp, log
from uuid import UUID

from cydwaith.place.needs.rules.words import distance, fold, slack

from .ranking import Point, distance_km

LARGEST_BLOCK = 40
RAREST = 4
SAME_LETTERS = 0.9
NAME_STEPS = ((0.95, 5.0), (0.8, 3.5), (0.65, 2.0), (0.5, 0.5), (0.35, -1.5))
LIKELY = 0.5
START = -4.5
NEAR_KM, WALK_KM, FAR_KM = 0.15, 1.0, 5.0
WORD = re.compile(r"[a-z0-9]+")
EMPTY_WORDS = frozenset("a an and at for in of on the y yr ac a'r i o".split())
SHARED_HOSTS = frozenset(
    "facebook.com instagram.com twitter.com x.com youtube.com nhs.uk gov.uk eventbrite.co.uk linktr.ee "
    "google.com gmail.com outlook.com hotmail.com hotmail.co.uk yahoo.com yahoo.co.uk btinternet.com".split()
)
TELLING = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday llun mawrth mercher iau gwener sadwrn sul "
    "morning afternoon evening bore prynhawn nos beginners beginner improvers advanced intermediate junior "
    "juniors senior seniors mens womens men women boys girls toddlers teens adults children north south east "
    "west upper lower one two three first second".split()
)
"""Words that tell two services of one organisation apart, as numbers do."""


@dataclass(frozen=True)
class Face:
    """What a service is compared by. Texts as they stand; phones as digits; hosts without www."""

    key: UUID
    source: UUID
    name: str
    organisation: str = ""
    postcodes: frozenset[str] = frozenset()
    points: tuple[Point, ...] = ()
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()

    @cached_property
    def folded(self) -> str:
        return fold(self.name)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the name that say something."""
        return frozenset(WORD.findall(self.folded)) - EMPTY_WORDS

    @cached_property
    def shreds(self) -> frozenset[str]:
        return shreds(self.folded)

    @cached_property
    def squashed(self) -> frozenset[str]:
        """The letters of the name without its gaps: a gap in the wrong place is no difference."""
        return shreds("".join(WORD.findall(self.folded)))

    @cached_property
    def owner_shreds(self) -> frozenset[str]:
        return shreds(fold(self.organisation))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two services that may be the same, the smaller key first."""

    one: UUID
    other: UUID
    chance: float


def shreds(text: str) -> frozenset[str]:
    """Runs of three letters, for likeness in spite of typing errors."""
    padded = f"  {' '.join(WORD.findall(text))} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2)) if text else frozenset()


def pairs(faces: Sequence[Face]) -> list[Pair]:
    """Likely pairs, the likeliest first."""
    common = _weights(faces)
    found = []
    for first, second in _met(faces, common):
        one, other = sorted((first, second), key=lambda face: face.key)
        chance = likeness(one, other, common)
        if chance >= LIKELY:
            found.append(Pair(one.key, other.key, chance))
    return sorted(found, key=lambda pair: (-pair.chance, pair.one, pair.other))


def _weights(faces: Sequence[Face]) -> dict[str, float]:
    """How much each word tells: rare words most."""
    seen = Counter(word for face in faces for word in face.words)
    return {word: log(1 + len(faces) / count) for word, count in seen.items()}


def _met(faces: Sequence[Face], weights: dict[str, float]) -> Iterator[tuple[Face, Face]]:
    """Pairs that share a block, each once. A block that is too large tells nothing and is passed over."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for number, face in enumerate(faces):
        for block in _blocks(face, weights):
            blocks[block].append(number)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        if 1 < len(members) <= LARGEST_BLOCK:
            seen.update(combinations(members, 2))
    return ((faces[one], faces[other]) for one, other in seen)


def _blocks(face: Face, weights: dict[str, float]) -> set[object]:
    """Where a service meets its like: its contacts, and its rarest words alone, in twos and at each place."""
    contacts = [*face.phones, *face.emails, *face.hosts, *face.postcodes]
    rare = sorted(face.words, key=lambda word: (-weights[word], word))[:RAREST]
    at = contacts + [f"{point.latitude:.2f},{point.longitude:.2f}" for point in face.points]
    found: set[object] = {*contacts, *rare[:1], " ".join(sorted(face.words))}
    if face.organisation:
        found.add(("run by", fold(face.organisation)))
    found.update((word, place) for word in rare for place in at)
    found.update(tuple(sorted(two)) for two in combinations(rare, 2))
    return found


def likeness(one: Face, other: Face, weights: dict[str, float]) -> float:
    """The chance that two faces are one service, 0 to 1; the same whichever comes first."""
    evidence = START + _by_owner(one, other) + _by_place(one, other) + _by_contact(one, other)
    if one.source == other.source:
        evidence -= 3.0
    if evidence + NAME_STEPS[0][1] < 0:  # no name could make them likely
        return 0.0
    return 1 / (1 + exp(-evidence - _by_name(one, other, weights)))


def _by_name(one: Face, other: Face, weights: dict[str, float]) -> float:
    """From the words that both have, typing errors forgiven; words that only each has speak against it."""
    here, there = _apart(one.words - other.words, other.words - one.words)
    both = sum(weights.get(word, 1.0) for word in (*(one.words - here), *(other.words - there)))
    whole = both + sum(weights.get(word, 1.0) for word in (*here, *there))
    alike = max(both / whole if whole else 0.0, dice(one.shreds, other.shreds))
    if dice(one.squashed, other.squashed) >= SAME_LETTERS:
        alike, here, there = 1.0, frozenset(), frozenset()
    told = any(word in TELLING or word.isdigit() for word in here | there)
    return _step(alike, NAME_STEPS) - 4.0 * told - 2.5 * bool(here and there)


def _apart(here: frozenset[str], there: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of each side that are not the other's mistyped."""
    twins = [
        (word, near)
        for word in here
        for near in there
        if not word.isdigit() and distance(word, near, slack(word)) <= slack(word)
    ]
    return here - {word for word, _ in twins}, there - {near for _, near in twins}


def dice(one: frozenset[str], other: frozenset[str]) -> float:
    """Twice what is shared over what there is: 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _by_owner(one: Face, other: Face) -> float:
    if not one.organisation or not other.organisation:
        return 0.0
    return _step(dice(one.owner_shreds, other.owner_shreds), ((0.8, 2.0), (0.5, 0.5), (0.3, -0.5)), -1.5)


def _by_place(one: Face, other: Face) -> float:
    if one.postcodes & other.postcodes:
        return 2.0
    if not one.points or not other.points:
        return -0.5 if one.postcodes and other.postcodes else 0.0
    km = min(distance_km(here, there) for here in one.points for there in other.points)
    return 2.0 if km <= NEAR_KM else 0.5 if km <= WALK_KM else -1.0 if km <= FAR_KM else -4.0


def _by_contact(one: Face, other: Face) -> float:
    phone = _shared(one.phones, other.phones, 2.0, -0.5)
    mail = _shared(one.emails, other.emails, 2.0, -0.5)
    return max(phone, mail) + 0.5 * min(phone, mail) + _shared(one.hosts, other.hosts, 1.0, -0.5)


def _shared(one: frozenset[str], other: frozenset[str], shared: float, apart: float) -> float:
    if not one or not other:
        return 0.0
    return shared if one & other else apart


def _step(value: float, steps: Sequence[tuple[float, float]], below: float = -5.0) -> float:
    return next((weight for least, weight in steps if value >= least), below)


def digits(phone: str) -> str:
    """A phone number as one compares it: digits, without a country code or the zero before the area."""
    found = "".join(letter for letter in phone if letter.isdigit())
    return found.removeprefix("0044").removeprefix("44").lstrip("0") if len(found) >= 7 else ""


def host(address: str) -> str:
    """The host of a web or e-mail address; "" where many share it."""
    bare = re.sub(r"^[a-z]+://", "", address.strip().lower()).rpartition("@")[2]
    name = re.split(r"[/:?#]", bare)[0].removeprefix("www.")
    return "" if name in SHARED_HOSTS else name
