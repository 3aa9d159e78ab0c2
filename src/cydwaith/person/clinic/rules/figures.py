"""What a practice is told: whole quarters that are over, each rounded once and never changed.

No event is counted in two quarters, and each quarter is protected by itself; so neither two looks
nor the difference of two quarters says anything of one patient.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from cydwaith.methods.disclosure import Cell, Cube, Dimension, Release, audit, protect

from .asking import Choice

POLICY = "controlled-5"
ALL, MONTHS = "all", 3


class Outcome(StrEnum):
    """What came of referrals; it counts in the quarter in which it happened."""

    BEGAN = "began"
    WORKING = "working"
    HELPED = "helped"


@dataclass(frozen=True, slots=True)
class Figures:
    """Rounded numbers of one quarter, each a multiple of 5 within 4 of the true one."""

    asked: int
    by_choice: dict[str, int]
    by_status: dict[str, int]
    came: dict[str, int]

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for keeping."""
        return asdict(self)


def quarter_of(day: date) -> date:
    """The first day of the quarter of a year in which a day lies."""
    return day.replace(month=day.month - (day.month - 1) % MONTHS, day=1)


def quarter_after(starts: date) -> date:
    """The first day of the next quarter."""
    year, month = divmod(starts.year * 12 + starts.month - 1 + MONTHS, 12)
    return date(year, month + 1, 1)


def finished(first: date, today: date) -> tuple[date, ...]:
    """The quarters from the one of ``first`` on that are over, by their first day, the oldest first."""
    found, starts = [], quarter_of(first)
    while quarter_after(starts) <= today:
        found.append(starts)
        starts = quarter_after(starts)
    return tuple(found)


def figures(
    asked: Iterable[tuple[str, str]], came: Iterable[Outcome], statuses: Sequence[str], key: bytes
) -> Figures | None:
    """One quarter's status and choice of each person, and the outcomes, as they may be shown.

    ``key``: 16 secret bytes or more, another for each practice and quarter. None where the attacker
    who is let loose on the tables finds anything.
    """
    chosen: Counter[Cell] = Counter(asked)
    happened = Counter(came)
    known = tuple(dict.fromkeys([*statuses, *(status for status, _choice in chosen)]))
    axes = (Dimension.flat("status", known, ALL), Dimension.flat("choice", tuple(Choice), ALL))
    counts: dict[Cell, int] = {(str(one),): happened[one] for one in Outcome}
    table = protect(Cube.of("asked", axes, dict(chosen)), POLICY, key=key)
    outcomes = (Dimension.flat("outcome", tuple(Outcome), ALL),)
    rest = protect(Cube.of("came-of-it", outcomes, counts), POLICY, key=key)
    if not (audit([table]).passed and audit([rest]).passed):
        return None
    return _told(table, rest, known)


def _told(table: Release, rest: Release, statuses: Sequence[str]) -> Figures:
    return Figures(
        asked=_shown(table, ALL, ALL),
        by_choice={str(one): _shown(table, ALL, one) for one in Choice},
        by_status={one: _shown(table, one, ALL) for one in statuses},
        came={str(one): _shown(rest, one) for one in Outcome},
    )


def _shown(release: Release, *cell: str) -> int:
    return int(release.cells[cell] or 0)
