"""From a need of the list to what the index looks for, and how well entries fit it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from cydwaith.place.needs.queries import Need
from cydwaith.place.needs.rules.words import sought

from ..rules.fitting import OWN, STRONG, WEAK, Fit, Sign, fit, others, sign
from .finding import Candidate
from .matching import phrases

WEIGHTS = {"strong": STRONG, "weak": WEAK}
MOST_OWN = 8


@dataclass(frozen=True, slots=True)
class Sought:
    """The signs of one need, and the groups of people that it, or the person, speaks of."""

    signs: tuple[Sign, ...]
    people: frozenset[int]


def match_of(needs: Iterable[Need], *, weak: bool) -> tuple[str, ...]:
    """A full-text query for each strong term of these needs; for ``weak`` ones too."""
    return phrases(text for need in needs for text in _texts(need, weak=weak))


def _texts(need: Need, *, weak: bool) -> list[str]:
    links = [text for link in need.taxonomy for text in (link.name, link.term_id) if text]
    return [*(term.text for term in need.terms if weak or term.weight == "strong"), *links]


def signs_of(need: Need, words: str) -> Sought:
    """What speaks for an entry: the need's terms, the terms linked to it, the person's own words a little."""
    terms = [sign(term.text, WEIGHTS.get(term.weight, WEAK), term.language) for term in need.terms]
    links = [sign(link.name, STRONG) for link in need.taxonomy if link.name]
    said = [word for word in sought(words)[:MOST_OWN] if len(word) > 2]
    own = [sign(word, OWN / len(said) ** 0.5) for word in said]
    told = " ".join(one.stems for one in (sign(need.label, WEAK), *terms, *own))
    return Sought((*terms, *links, *own), others(told))


def fits(found: Sequence[Candidate], needs: Sequence[Sought]) -> dict[UUID, Fit]:
    """How well each entry fits the need that it fits best."""
    return {
        one.id: max((fit(one.said, each.signs, each.people) for each in needs), key=lambda fit: fit.value)
        for one in found
    }
