"""Spells of work as they were: jobs with dates, hours and pay."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from .notes import wrong


class Employment(StrEnum):
    """Kinds of paid work. Volunteering is not one of them."""

    EMPLOYEE = "employee"
    SELF_EMPLOYED = "self-employed"
    APPRENTICESHIP = "apprenticeship"
    ZERO_HOURS = "zero-hours"


@dataclass(frozen=True, slots=True)
class Absence:
    """Off sick within a job, first and last day included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Spell:
    """One job, from its first day to its last (None while it goes on).

    ``hours`` are those of an ordinary week; ``worked`` says what was really worked in the week that
    begins on a Monday, where that is known (zero hours, variable hours). ``pay`` is pounds an hour.
    A job whose hours or pay changed is several spells, of one ``job`` that ``began`` on one day.
    """

    start: date
    end: date | None = None
    hours: float = 0.0
    pay: float | None = None
    employment: Employment = Employment.EMPLOYEE
    worked: Mapping[date, float] = field(default_factory=dict)
    absences: tuple[Absence, ...] = ()
    job: str = ""
    began: date | None = None

    def days_in(self, monday: date, until: date) -> int:
        """Days of that week on which the job was held, none after ``until``."""
        if self.start > until or (self.end is not None and self.end < monday):
            return 0
        last = min(monday + timedelta(days=6), until, self.end or date.max)
        return max(0, (last - max(monday, self.start)).days + 1)

    def within(self, first: date, last: date) -> "Spell":
        """The job on these days alone; where a week is cut, its hours on record have their share by days."""
        if self.start >= first and (self.end or date.max) <= last:
            return self
        until = min(self.end or date.max, last)
        cut = replace(
            self,
            start=max(self.start, first),
            end=None if until == date.max else until,
            began=self.began or self.start,
        )
        return replace(
            cut, worked={day: hours * cut._part_of(self, day) for day, hours in self.worked.items()}
        )

    def _part_of(self, whole: "Spell", monday: date) -> float:
        """How much of the days of a week in the whole job lie in this part of it."""
        days = whole.days_in(monday, date.max)
        return self.days_in(monday, date.max) / days if days else 1.0

    def holds(self, day: date) -> bool:
        """Whether the job was held on that day."""
        return self.start <= day and (self.end is None or day <= self.end)


def checked(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """The spells in order of their start. Raises ``OutcomeError`` naming the row."""
    found = tuple(spells)
    for row, spell in enumerate(found, start=1):
        if spell.end is not None and spell.end < spell.start:
            raise wrong("ends_before_start", "end", row)
        for hours in (spell.hours, *spell.worked.values()):
            if not 0 <= hours <= 168:
                raise wrong("impossible_hours", "hours", row, hours=hours)
        if spell.pay is not None and not 0 <= spell.pay < float("inf"):
            raise wrong("impossible_pay", "pay", row, pay=spell.pay)
    return tuple(sorted(found, key=lambda one: (one.start, one.end or date.max, one.hours, one.pay or 0.0)))
