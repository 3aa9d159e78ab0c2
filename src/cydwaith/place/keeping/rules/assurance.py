"""When an entry is due to be checked, and what to do about a letter that was not answered."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

REMIND_AFTER = timedelta(days=14)
LETTERS = 3
NEVER = date.min


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often the partnership asks: months between checks, fewer for urgent help, letters in a day."""

    months: int = 6
    urgent_months: int = 3
    letters_a_day: int = 25


class Step(StrEnum):
    """What a letter that is still open asks for today."""

    WAIT = "wait"
    REMIND = "remind"
    GIVE_UP = "give up"


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_before(rhythm: Rhythm, today: date, *, urgent: bool) -> date:
    """An entry last assured on or before this day is due."""
    return months_before(today, rhythm.urgent_months if urgent else rhythm.months)


def is_due(last_assured: date | None, rhythm: Rhythm, today: date, *, urgent: bool = False) -> bool:
    """Whether somebody should check it; an entry that nobody ever checked is due at once."""
    return (last_assured or NEVER) <= due_before(rhythm, today, urgent=urgent)


def is_urgent(names: Iterable[str], words: Iterable[str]) -> bool:
    """Whether a name has one of the words that mean urgent help."""
    called = " ".join(names).lower()
    return any(word in called for word in words)


def next_step(letters: int, last_letter: date, today: date) -> Step:
    """Two weeks between letters; after the third nobody is troubled again."""
    if today - last_letter < REMIND_AFTER:
        return Step.WAIT
    return Step.REMIND if letters < LETTERS else Step.GIVE_UP
