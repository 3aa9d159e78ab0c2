"""What is known of a person, and what is said of them under a rule."""

from dataclasses import dataclass
from datetime import date

from ..notes import Note
from ..result import plain
from .weeks import Week


@dataclass(frozen=True, slots=True)
class Person:
    """What a rule must know beside the jobs. Dates are days of the programme, both included."""

    born: date | None = None
    programme_start: date | None = None
    programme_end: date | None = None
    in_work_at_start: bool = False
    evidence: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the rule is met, since when, and why.

    ``met_on`` is the last day of the week (or the day) that made it so. ``weeks`` are judged one by
    one; ``window`` holds the Mondays of the best run of weeks. ``could_be_met_by`` is the day on
    which it would be met if every week from now on counted; None when it is met or cannot be any more.
    ``payable`` says that it is met and no evidence is missing.
    """

    rule: str
    met: bool
    met_on: date | None
    counted: float
    needed: float
    weeks: tuple[Week, ...]
    window: tuple[date, date] | None
    missing_evidence: tuple[str, ...]
    could_be_met_by: date | None
    days_lost: int
    notes: tuple[Note, ...]

    @property
    def payable(self) -> bool:
        """Met, with every kind of evidence on record."""
        return self.met and not self.missing_evidence

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {**{name: plain(getattr(self, name)) for name in self.__slots__}, "payable": self.payable}
