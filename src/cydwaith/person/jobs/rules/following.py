"""Follow-along: when to be in touch about a job, and what is due now.

The pattern is that of the IPS fidelity scale (items 22 and 23, in our own words): within the week before
the start, within 3 days of it, weekly for a month, monthly for a year, and soon after a loss.
"""

from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import chain, takewhile

AHEAD = timedelta(days=7)
WEEKS, MONTHS = 4, 12


class Occasion(StrEnum):
    """Why to be in touch on that day."""

    BEFORE = "before"
    FIRST_DAYS = "first days"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    AFTER_LOSS = "after loss"


@dataclass(frozen=True, slots=True)
class Planned:
    """One time to be in touch: on that day or before, at the latest."""

    occasion: Occasion
    on: date


class State(StrEnum):
    """How a planned contact stands."""

    DONE = "done"
    DUE = "due"
    LATE = "late"
    MISSED = "missed"
    TO_COME = "to come"


@lru_cache(maxsize=4096)
def schedule(start: date, end: date | None, *, lost: bool, known_on: date) -> tuple[Planned, ...]:
    """Every contact of a job that could still be made when it became known.

    After the end there is only the one after a loss; somebody who moved to a better job needs none.
    """
    found = [
        Planned(Occasion.BEFORE, start - timedelta(days=1)),
        Planned(Occasion.FIRST_DAYS, start + timedelta(days=3)),
    ]
    found += [Planned(Occasion.WEEKLY, start + timedelta(weeks=n)) for n in range(1, WEEKS + 1)]
    months = (Planned(Occasion.MONTHLY, add_months(start, n)) for n in range(2, MONTHS + 1))
    held = takewhile(lambda one: end is None or one.on <= end, chain(found, months))
    kept = [one for one in held if one.on >= known_on]
    if end is not None and lost:
        kept.append(Planned(Occasion.AFTER_LOSS, end + timedelta(days=3)))
    return tuple(kept)


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def states(
    planned: Collection[Planned], done: Collection[Planned], today: date
) -> tuple[tuple[Planned, State], ...]:
    """How each stands. What was passed over counts as missed once a later one is due: one thing at a time."""
    ordered = sorted(planned, key=lambda one: one.on)
    open_now = [one for one in ordered if one not in done and one.on <= today]
    newest = open_now[-1] if open_now else None
    made = [one for one in ordered if one in done]
    if newest is not None and any(one.on > newest.on for one in made):
        newest = None
    return tuple((one, _state(one, one in done, newest, today)) for one in ordered)


def _state(one: Planned, is_done: bool, newest: Planned | None, today: date) -> State:
    if is_done:
        return State.DONE
    if one.on > today:
        return State.DUE if one.on <= today + AHEAD else State.TO_COME
    if one != newest:
        return State.MISSED
    return State.LATE if one.on < today else State.DUE


def waiting(stated: Iterable[tuple[Planned, State]]) -> tuple[Planned, State] | None:
    """The one contact to make now: the late one, else the next within a week."""
    return next((pair for pair in stated if pair[1] in (State.LATE, State.DUE)), None)
