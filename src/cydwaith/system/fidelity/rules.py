"""Pure rules: what people can say of a team's work, and how help with benefits becomes a level."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

LOOKED_AT = timedelta(weeks=26)


class Reviewed(StrEnum):
    """How often a team goes over its talks with employers together."""

    NONE = "none"
    MONTHLY = "monthly"
    WEEKLY = "weekly"


class Advice(StrEnum):
    """Help to see what work would do to somebody's benefits."""

    TOLD_WHERE = "told-where"
    TALKED = "talked"
    ADVISER = "adviser"


class Kind(StrEnum):
    """Whose rating it is. What the record computes is a third kind and never written down as a rating."""

    SELF = "self"
    INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class Helped:
    """Help with benefits that one person got, and when their jobs began."""

    advice: Sequence[tuple[date, Advice]]
    starts: Sequence[date]


def benefits_level(helped: Helped) -> int:
    """1 none; 2 told where to go; 3 talked through; 4 a trained adviser before the first job (or before any);
    5 also again at every later change of job."""
    seen = [on for on, advice in helped.advice if advice is Advice.ADVISER]
    starts = sorted(helped.starts)
    if any(not starts or on <= starts[0] for on in seen):
        changes = [(before + timedelta(days=1), after) for before, after in pairwise(starts)]
        again = all(any(first <= on <= last for on in seen) for first, last in changes)
        return 5 if changes and again else 4
    if any(advice is not Advice.TOLD_WHERE for _on, advice in helped.advice):
        return 3
    return 2 if helped.advice else 1


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())
