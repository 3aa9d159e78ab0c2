"""Access to Work takes time: when to ask how far it is, and when an answer is likely.

The wait is data with its source, and the bridge plan says what helps until the answer comes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

EVERY = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Wait:
    """How long an answer took on average, in days, in a month, with the source of the number."""

    days: int
    month: date
    source: str


USUAL = Wait(109, date(2025, 11, 1), "National Audit Office")


@dataclass(frozen=True, slots=True)
class Chase:
    """One day on which to act; ``is_expected`` marks the day by which an answer usually came."""

    on: date
    number: int
    is_expected: bool


def chases(applied: date, wait: Wait = USUAL) -> tuple[Chase, ...]:
    """Every four weeks until the day on which an answer is likely, and that day."""
    return tuple(_chases(applied, wait))


def _chases(applied: date, wait: Wait) -> Iterator[Chase]:
    expected = applied + timedelta(days=wait.days)
    on, number = applied + EVERY, 1
    while on < expected:
        yield Chase(on, number, False)
        on, number = on + EVERY, number + 1
    yield Chase(expected, number, True)
