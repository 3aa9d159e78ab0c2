"""Who is on a programme, as whoever keeps that tells it: programmes themselves know of nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cydwaith.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Standing:
    """How many are on it, in fives and never more than there are; whether somebody starts after a day."""

    at_least: int
    starts_after: bool


Read = Callable[[Actor, str, date | None], Standing]
_readers: list[Read] = []


def register(read: Read) -> None:
    """Say who tells it; from an app's ``ready``."""
    _readers[:] = [read]


def standing(actor: Actor, key: str, after: date | None) -> Standing:
    """How a programme stands, with whether anybody is written down to start after a day."""
    return next((read(actor, key, after) for read in _readers), Standing(0, starts_after=False))
