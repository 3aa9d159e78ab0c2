"""A line of the timeline, made ready for reading."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from .. import words
from ..models import ReferralEvent
from ..rules import Status


@dataclass(frozen=True, slots=True)
class Line:
    """What happened, the reason, what was said, when and by whom."""

    at: datetime
    what: str
    reason: str
    words: str
    by: str
    is_person: bool
    referral_id: UUID


def lines(rows: Iterable[ReferralEvent], is_own: bool = False) -> list[Line]:
    """All of what was said; to the person themselves their own lines are by "you"."""
    return [_line(row, row.words, _name(row, is_own)) for row in rows]


def _name(row: ReferralEvent, is_own: bool) -> str:
    return str(words.YOU) if is_own and row.by == "person" else row.by_name


def lines_for_referrer(rows: Iterable[ReferralEvent]) -> list[Line]:
    """States and reasons; words only where they are the asker's own or meant for them, and no names."""
    return [
        _line(row, row.words if row.for_referrer else "", row.by_name if row.by == "referrer" else "")
        for row in rows
        if row.kind != "assigned"
    ]


def _line(row: ReferralEvent, said: str, name: str) -> Line:
    what = words.STATUS[Status(row.status)] if row.kind == "state" else words.EVENT[row.kind]
    return Line(
        at=row.at,
        what=str(what),
        reason=words.reason(row.reason),
        words=said,
        by=name or str(words.VOICE[row.by]),
        is_person=row.by == "person",
        referral_id=row.referral_id,
    )
