"""Evidence as a rule looks at it: how much it must cover, and what one piece of it is about."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


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
