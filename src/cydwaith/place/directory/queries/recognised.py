"""What somebody's words sound like, for the page that asks them."""

from collections.abc import Iterable, Sequence

from cydwaith.commons.places.queries import locate
from cydwaith.kernel.actor import Actor
from cydwaith.place.needs.queries import NeedCard, all_needs, recognise

from .urgent import urgent_help

MOST = 4


def guesses(actor: Actor, words: str) -> tuple[NeedCard, ...]:
    """The needs that these words may speak of, likeliest first."""
    return tuple(guess.need for guess in recognise(actor, words, limit=MOST)) if words.strip() else ()


def is_to_be_asked(actor: Actor, words: str, near: str) -> bool:
    """Whether there is something to ask, or to show first, before results; first a place has to be known."""
    if near.strip() and locate(near) is None:
        return False
    return bool(guesses(actor, words) or urgent_help(actor, words))


def others(actor: Actor, words: str, chosen: Iterable[NeedCard]) -> tuple[NeedCard, ...]:
    """What the words may speak of besides what was chosen."""
    have = {need.key for need in chosen}
    return tuple(need for need in guesses(actor, words) if need.key not in have)


def on_the_list(actor: Actor, keys: Sequence[str]) -> list[str]:
    """Those of these keys that the need list holds today."""
    known = {need.key for theme in all_needs(actor) for need in theme.needs} if keys else set()
    return [key for key in keys if key in known]
