"""Rates of outcomes over a cohort: those in work and those out of work at the start never together."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..notes import Note
from ..result import plain
from ..survey import Percentage, percentage
from .notes import note, wrong
from .rule import Rule
from .verdict import Person, Verdict

FEWEST = 10


@dataclass(frozen=True, slots=True)
class CohortRate:
    """How many of a cohort met a rule, and of how many evidence shows it.

    ``rate`` is of those who met it; None for fewer than ten people.
    """

    rule: str
    cohort: str
    met: int
    shown: int
    people: int
    still_possible: int
    rate: Percentage | None
    notes: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def cohort_rate(rule: Rule, people: Sequence[Person], verdicts: Sequence[Verdict]) -> CohortRate:
    """The share of a cohort that met a rule, one verdict a person, in the same order.

    Raises ``OutcomeError``: ``nobody``, ``mixed_cohorts``, ``wrong_cohort``. Source: IPS Grow's
    employment rate leaves people in work at the start out of both numbers.
    """
    if not people or len(people) != len(verdicts):
        raise wrong("nobody")
    starts = {person.in_work_at_start for person in people}
    if len(starts) > 1:
        raise wrong("mixed_cohorts")
    if starts != {rule.counts_retention}:
        wanted, cymraeg = (
            ("in work", "mewn gwaith") if rule.counts_retention else ("out of work", "allan o waith")
        )
        raise wrong("wrong_cohort", wanted=wanted, wanted_cy=cymraeg)
    met = sum(verdict.met for verdict in verdicts)
    possible = sum(verdict.still_possible for verdict in verdicts)
    notes = [note("too_early", count=possible)] if possible else []
    if len(people) < FEWEST:
        notes.append(note("small_cohort", needed=FEWEST))
    rate = percentage(met, len(people)) if len(people) >= FEWEST else None
    cohort = "in work at the start" if rule.counts_retention else "out of work at the start"
    shown = sum(verdict.payable for verdict in verdicts)
    return CohortRate(rule.key, cohort, met, shown, len(people), possible, rate, tuple(notes))
