"""How a group stands by its own word: room, pauses, funding, who carries it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """What a group said of itself, and when its entry was last assured.

    ``can_take`` people now, as said at ``can_take_said_at``; ``paused_until`` is the last day of a pause
    that has not ended; ``funding_until`` the last day that is paid for.
    """

    can_take: int | None = None
    can_take_said_at: datetime | None = None
    paused_until: date | None = None
    funding_until: date | None = None
    volunteers_needed: bool = False
    rests_on_one_person: bool = False
    last_assured: date | None = None
    assured_by: str = ""
    is_due: bool = False


def is_paused(paused_until: date | None, today: date) -> bool:
    """A pause lasts to the end of its last day."""
    return paused_until is not None and today <= paused_until


def takes_people(paused_until: date | None, can_take: int | None, today: date) -> bool:
    """Whether new people can come: no pause, and not "none" by the group's own count."""
    return not is_paused(paused_until, today) and can_take != 0
