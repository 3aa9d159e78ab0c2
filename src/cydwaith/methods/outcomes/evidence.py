"""Evidence as a rule looks at it: how much it must cover, what one piece is about, what all of it proves."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

Days = tuple[tuple[date, date], ...]


class Cover(StrEnum):
    """How much of what counts the evidence must cover."""

    EVERY = "every week"
    ENDS = "start and end"
    ANY = "any"


class Piece(NamedTuple):
    """One piece of evidence, about the days from ``first`` to ``last``, both included.

    ``job`` is the key of the job that it is of, "" for any; ``given`` the day on which it was put on
    record, None where that is not known.
    """

    kind: str
    first: date
    last: date
    job: str = ""
    given: date | None = None

    def is_of(self, job: str) -> bool:
        """Whether it is of that job."""
        return not self.job or self.job == job

    def shows(self, day: date, job: str) -> bool:
        """Whether it says something of that day in that job."""
        return self.first <= day <= self.last and self.is_of(job)


@dataclass(frozen=True, slots=True)
class Proof:
    """The day on which a rule is met by what evidence shows, else the days that it must still cover."""

    on: date | None
    to_cover: Days = ()
