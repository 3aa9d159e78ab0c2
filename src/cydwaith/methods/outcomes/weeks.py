"""ISO weeks, Monday to Sunday, so that no clock change or year end matters, and the hours of a job in one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from math import floor
from typing import NamedTuple

from .evidence import Piece
from .notes import Note
from .spells import Spell

SIX, SEVEN = timedelta(days=6), timedelta(days=7)
SOME_MONDAY = date(1900, 1, 1).toordinal()


class Week(NamedTuple):
    """A week by its Monday: the hours that count toward it, and why it does or does not.

    ``shown`` are the hours that evidence shows of a week that counts; None where the rule asks for none.
    """

    monday: date
    hours: float
    counted: bool
    reason: Note
    shown: float | None = None

    @property
    def name(self) -> str:
        """Such as 2026-W18."""
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02}"


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def mondays(first: date, last: date) -> Sequence[date]:
    """Every Monday of the weeks from one day to another."""
    at, stop, known = _weeks_since(first), _weeks_since(last) + 1, _known_mondays()
    return known[at:stop] if at >= 0 and stop <= len(known) else tuple(map(_monday, range(at, stop)))


def _weeks_since(day: date) -> int:
    return (day.toordinal() - SOME_MONDAY) // 7


def _monday(week: int) -> date:
    return date.fromordinal(SOME_MONDAY + 7 * week)


@cache
def _known_mondays() -> tuple[date, ...]:
    """Those that people ask for, made once: a date that is looked up again need not be hashed again."""
    return tuple(map(_monday, range(200 * 52)))


def plain_hours(hours: float) -> str:
    """Hours to two places, never rounded up: what is short of a number is not told as that number."""
    return f"{floor(hours * 100 + 1e-6) / 100:g}"


def plain_pounds(hourly: float) -> str:
    """To the penny, and further where that would hide by how much it is short."""
    exact = f"{hourly:.4f}"
    return exact[:-2] if exact.endswith("00") else exact


def hours_of(spell: Spell, monday: date, until: date, sickness_counts: bool) -> float:
    """Hours of one job in a week: those on record, else the ordinary ones by days of seven."""
    if monday in spell.worked:
        return float(spell.worked[monday])
    days = spell.days_in(monday, until)
    if not sickness_counts:
        days -= _sick_days(spell, monday, until)
    return spell.hours * days / 7


def shown_of(
    spell: Spell, monday: date, until: date, sickness_counts: bool, pieces: Iterable[Piece]
) -> float:
    """Hours of one job in a week on the days that evidence covers; hours on record by days held."""
    own = [one for one in pieces if one.is_of(spell.job)]
    if not own:
        return 0.0
    if any(one.first <= max(monday, spell.start) and one.last >= min(until, monday + SIX) for one in own):
        return hours_of(spell, monday, until, sickness_counts)
    held = [day for day in _days(monday) if day <= until and spell.holds(day)]
    covered = [day for day in held if any(one.first <= day <= one.last for one in own)]
    if monday in spell.worked:
        return float(spell.worked[monday]) * len(covered) / len(held)
    return spell.hours * sum(sickness_counts or not _is_sick(spell, day) for day in covered) / 7


def _sick_days(spell: Spell, monday: date, until: date) -> int:
    return sum(day <= until and spell.holds(day) and _is_sick(spell, day) for day in _days(monday))


def _is_sick(spell: Spell, day: date) -> bool:
    return any(one.first <= day <= one.last for one in spell.absences)


def _days(monday: date) -> Iterator[date]:
    return (monday + timedelta(days=n) for n in range(7))
