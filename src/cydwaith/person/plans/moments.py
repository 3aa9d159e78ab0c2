"""One thing that happened: what every app adds to the one timeline of a person."""

from dataclasses import dataclass
from datetime import date, datetime, time

from cydwaith.kernel.clock import LONDON


@dataclass(frozen=True, slots=True)
class Moment:
    """When, what, a word more, and by whom where that says something."""

    at: datetime
    title: str
    words: str = ""
    by: str = ""


def at_noon(day: date) -> datetime:
    """A day without an hour, among moments that have one."""
    return datetime.combine(day, time(12), LONDON)
