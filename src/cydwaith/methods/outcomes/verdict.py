"""What is known of a person, and what is said of them under a rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..notes import Note
from ..result import plain
from .evidence import Piece
from .weeks import Week


@dataclass(frozen=True, slots=True)
class Person:
    """What a rule must know beside the jobs. Dates are days of the programme, both included.

    ``evidence`` are kinds on record of which no days are known, ``pieces`` those of which they are.
    """

    born: date | None = None
    programme_start: date | None = None
    programme_end: date | None = None
    in_work_at_start: bool = False
    evidence: frozenset[str] = frozenset()
    pieces: tuple[Piece, ...] = ()


class Verdict(NamedTuple):
    """Whether the rule is met at the end of the day ``on``, since when, and why.

    ``met_on`` is the last day of the week (or the day) that made it so. ``weeks`` are judged one by
    one; ``window`` holds the Mondays of the best run of weeks. ``could_be_met_by`` is the day on
    which it would be met if every week from now on counted, of earnings if work and pay went on as they
    are; None when it is met or that would not do. ``still_possible`` says whether it can be met at all.
    ``claimable_on`` is the day on which it was met by what evidence shows, None while it shows too little;
    then ``to_cover`` are the days (first and last) that evidence must still cover, ``evidence_by`` the
    last day on which it is taken (None: no such day), and ``awaits_evidence`` says that it may still come.
    """

    rule: str
    on: date
    met: bool
    met_on: date | None
    counted: float
    needed: float
    weeks: Sequence[Week]
    window: tuple[date, date] | None
    missing_evidence: tuple[str, ...]
    claimable_on: date | None
    to_cover: tuple[tuple[date, date], ...]
    evidence_by: date | None
    awaits_evidence: bool
    could_be_met_by: date | None
    still_possible: bool
    days_lost: int
    notes: tuple[Note, ...]

    @property
    def payable(self) -> bool:
        """Met, and shown by as much evidence as the rule asks for."""
        return self.claimable_on is not None

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {**{name: plain(getattr(self, name)) for name in self._fields}, "payable": self.payable}
