"""Which needs somebody's own words speak of."""

from dataclasses import dataclass

from cydwaith.kernel.actor import Actor

from ..model_file import sentence_model
from ..rules.index import build
from ..rules.listing import Listing
from ..rules.scoring import Match
from ..rules.scoring import recognise as recognised
from .cards import NeedCard, card
from .current import current

MOST = 4
SURE = 0.3


@dataclass(frozen=True, slots=True)
class Guess:
    """A need that the words speak of; ``score`` 0 to 1, ``because`` quotes the words that led to it."""

    need: NeedCard
    score: float
    because: str


def recognise(actor: Actor, words: str, limit: int = MOST) -> tuple[Guess, ...]:
    """The needs that these words speak of, best first; empty when nothing fits. Words are never kept."""
    now = current()
    model = sentence_model(now.listing)
    matches = recognised(now.index, words, model.alike if model else None)
    return _guesses(actor, now.listing, matches[:limit])


def recognise_by(actor: Actor, listing: Listing, words: str) -> tuple[Guess, ...]:
    """The same by another list, such as a draft."""
    return _guesses(actor, listing, recognised(build(listing), words))


def _guesses(actor: Actor, listing: Listing, matches: tuple[Match, ...]) -> tuple[Guess, ...]:
    entries = {entry.key: entry for entry in listing.entries}
    return tuple(
        Guess(card(entries[m.key], actor.language), round(m.score, 3), _quoted(m.because)) for m in matches
    )


def _quoted(because: tuple[str, ...]) -> str:
    return ", ".join(f"“{words}”" for words in because)
