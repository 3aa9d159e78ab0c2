"""A year of life in order: what happened on which day, played with the clock at that moment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import translation

from cydwaith.kernel import clock

FRIDAY = 4
MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Entry:
    """Something done: ``day`` from today (0 or less), ``minute`` of that day, in which language."""

    day: int
    minute: int
    act: Callable[[], object]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days counted from the moment at which the story is told."""

    now: datetime

    def day(self, days: int) -> date:
        """The date so many days from today."""
        return self.now.astimezone(clock.LONDON).date() + timedelta(days=days)

    def end_of(self, days: int) -> datetime:
        """The last moment of a day."""
        return datetime.combine(self.day(days), time(23, 59, 59), clock.LONDON)

    def moment(self, days: int, minute: int) -> datetime:
        """When it happened. What the story puts on a weekend was done on the Friday; today is just now."""
        if days == 0:
            return self.now - timedelta(minutes=(MINUTES - minute) / 60)
        return datetime.combine(self.done_on(days), time(minute // 60, minute % 60), clock.LONDON)

    def done_on(self, days: int) -> date:
        """The date on which something of that day was done: the Friday, for a weekend before today."""
        day = self.day(days)
        return day - timedelta(days=max(0, day.weekday() - FRIDAY)) if days else day


def play(entries: Iterable[Entry], calendar: Calendar) -> None:
    """Do everything in order; no moment is earlier than the one before it."""
    last = calendar.moment(-10_000, 0)
    for entry in sorted(entries, key=lambda entry: (entry.day, entry.minute)):
        last = max(last, calendar.moment(entry.day, entry.minute))
        with clock.at(min(last, calendar.now)), translation.override(entry.language):
            entry.act()
