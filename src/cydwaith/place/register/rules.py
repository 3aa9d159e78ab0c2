"""What puts a group at risk, how soon, and who comes first: arithmetic on plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum, StrEnum
from functools import lru_cache

FUNDING_SOON, FUNDING_NOW = timedelta(days=90), timedelta(days=30)
A_YEAR = timedelta(days=365)
RELYING_MONTHS = 3

Months = Mapping[date, int]


class Reason(StrEnum):
    """Why somebody should look in on a group."""

    OVER_ASKED = "asked"
    FUNDING = "funding"
    PAUSED = "paused"
    VOLUNTEERS = "volunteers"
    ONE_PERSON = "one-person"
    UNCHECKED = "unchecked"


class Urgency(IntEnum):
    """How soon; smaller is sooner."""

    NOW = 0
    SOON = 1
    WATCH = 2


class Outcome(StrEnum):
    """What came of something that was done."""

    SAFE = "safe"
    BETTER = "better"
    NO_HELP = "no-help"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Facts:
    """One group: its own word, its entry, and how many people it was ``asked`` to take, by first of month."""

    can_take: int | None = None
    asked: Months = field(default_factory=dict)
    is_paused: bool = False
    paused_until: date | None = None
    funding_until: date | None = None
    volunteers_needed: bool = False
    rests_on_one_person: bool = False
    last_assured: date | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """One reason, and how soon it bites."""

    reason: Reason
    urgency: Urgency


@lru_cache(maxsize=64)
def months_back(today: date, number: int) -> tuple[date, ...]:
    """The first day of this month and of those before it, newest first."""
    counted = (today.year * 12 + today.month - 1 - back for back in range(number))
    return tuple(date(month // 12, month % 12 + 1, 1) for month in counted)


def risks(facts: Facts, today: date) -> tuple[Risk, ...]:
    """What puts this group at risk today, soonest first."""
    funding, paused = _funding(facts.funding_until, today), _paused(facts)
    found = [
        Risk(Reason.OVER_ASKED, Urgency.NOW) if over_asked(facts, today) else None,
        Risk(Reason.FUNDING, funding) if funding is not None else None,
        Risk(Reason.PAUSED, paused) if paused is not None else None,
        Risk(Reason.VOLUNTEERS, Urgency.SOON) if facts.volunteers_needed else None,
        Risk(Reason.ONE_PERSON, Urgency.WATCH) if facts.rests_on_one_person else None,
        Risk(Reason.UNCHECKED, Urgency.WATCH) if is_unchecked(facts.last_assured, today) else None,
    ]
    return tuple(sorted((risk for risk in found if risk), key=lambda risk: risk.urgency))


def over_asked(facts: Facts, today: date) -> tuple[date, date] | None:
    """The two months running, newest first, in which more people were asked for than there is room.

    This month counts as soon as it is over; else the two before it.
    """
    if facts.can_take is None or not facts.asked:
        return None
    now, last, before = months_back(today, 3)
    room = facts.can_take
    over = {month for month in (now, last, before) if facts.asked.get(month, 0) > room}
    return next((pair for pair in ((now, last), (last, before)) if over.issuperset(pair)), None)


def _funding(until: date | None, today: date) -> Urgency | None:
    if until is None or until > today + FUNDING_SOON:
        return None
    return Urgency.NOW if until <= today + FUNDING_NOW else Urgency.SOON


def _paused(facts: Facts) -> Urgency | None:
    """A pause with an end is less pressing than one without."""
    if not facts.is_paused:
        return None
    return Urgency.SOON if facts.paused_until else Urgency.NOW


def is_unchecked(last_assured: date | None, today: date) -> bool:
    """Nobody looked at the entry for a year, or ever."""
    return last_assured is None or last_assured <= today - A_YEAR


def relying(asked: Months, today: date) -> int:
    """How many people were asked for in this month and the two before it."""
    return sum(asked.get(month, 0) for month in months_back(today, RELYING_MONTHS))


def is_in_hand(until: date | None, today: date) -> bool:
    """Whether something open still keeps the group from the top of the list: it is not past its day."""
    return until is None or until >= today


Place = tuple[bool, int, int, str]


def place_in_line(found: tuple[Risk, ...], people: int, name: str, *, in_hand: bool) -> Place:
    """The order of the list: nobody on it first, then how soon, then how many people rely on it."""
    return in_hand, min(risk.urgency for risk in found), -people, name.casefold()
