"""Which needs somebody's own words speak of."""

from dataclasses import dataclass

from cydwaith.kernel.actor import Actor

from ..rules.words import sought
from .cards import NeedCard, card
from .current import current

MOST = 4


@dataclass(frozen=True, slots=True)
class Guess:
    """A need that the words speak of; ``score`` 0 to 1, ``because`` quotes the words that led to it."""

    need: NeedCard
    score: float
    because: str


def recognise(actor: Actor, words: str, limit: int = MOST) -> tuple[Guess, ...]:
    """The needs that these words speak of, best first; empty when nothing fits. Words are never kept."""
    asked = set(sought(words))
    found = []
    for entry in current().listing.entries:
        label = {word for text in entry.label.values() for word in sought(text)}
        if shared := asked & label:
            score = len(shared) / len(asked | label)
            found.append(Guess(card(entry, actor.language), score, ", ".join(sorted(shared))))
    return tuple(sorted(found, key=lambda guess: -guess.score)[:limit])
