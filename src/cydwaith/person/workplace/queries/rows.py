"""Prepared rows: an invitation, an adjustment with what was said, the days of a phased return."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.web.templatetags.web import short_date

from ..models import Adjustment, Invitation
from ..rules.agreeing import ContactRole, Ended, Move, Side, State, is_overdue, moves
from ..words import COLOURS, ENDED, HAPPENED, MOVES, ROLES, STATES


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """Somebody who was invited, and for what."""

    id: UUID
    person_id: UUID
    employer: str
    name: str
    email: str
    role: str
    purpose: str
    called: str
    at: datetime
    until: datetime
    is_open: bool
    ended: str
    may_carry: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was said."""

    what: str
    by: str
    words: str
    at: datetime
    review_on: date | None


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """An adjustment as one side sees it; ``moves`` is what they can say now."""

    id: UUID
    invitation_id: UUID
    what: str
    helps: str
    starts: date | None
    offered: str
    state: State
    state_label: str
    colour: str
    review_on: date | None
    overdue: bool
    history: tuple[Line, ...]
    moves: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week of a phased return."""

    number: int
    starts: date
    hours: float
    days: str


@prepared
def invitation(actor: Actor, invitation_id: UUID) -> GuardedQuerySet:
    """One invitation, if it is open to the actor."""
    return Invitation.objects.as_seen_by(actor).filter(id=invitation_id)


@prepared
def adjustments(actor: Actor, invitation_id: UUID) -> GuardedQuerySet:
    """What was proposed to one contact, the oldest first."""
    rows = Adjustment.objects.as_seen_by(actor).filter(invitation_id=invitation_id)
    return rows.order_by("written_at", "id")


def invitation_row(row: Invitation, carried: frozenset[UUID] = frozenset()) -> InvitationRow:
    """An invitation; ``carried`` are those that somebody new follows already."""
    is_open = row.ended_at is None and row.until > clock.now()
    return InvitationRow(
        id=row.id,
        person_id=row.person_id,
        employer=row.employer,
        name=row.name,
        email=row.email,
        role=str(ROLES[ContactRole(row.role)]),
        purpose=row.purpose,
        called=row.called,
        at=row.written_at,
        until=row.until,
        is_open=is_open,
        ended=str(ENDED[Ended(row.ended_because)]) if row.ended_because else "",
        may_carry=row.ended_because != Ended.STOPPED.value and row.id not in carried,
    )


def adjustment_row(row: Adjustment, side: Side | None) -> AdjustmentRow:
    """An adjustment for one side; None for who only reads."""
    state = State(row.state)
    can_say = moves(side, state) if side else ()
    return AdjustmentRow(
        id=row.id,
        invitation_id=row.invitation_id,
        what=row.what,
        helps=row.helps,
        starts=row.starts,
        offered=row.offered,
        state=state,
        state_label=str(STATES[state]),
        colour=COLOURS[state],
        review_on=row.review_on if state is not State.ENDED else None,
        overdue=state is not State.ENDED and is_overdue(row.review_on, clock.today()),
        history=tuple(map(_line, row.history)),
        moves=tuple((move.value, str(MOVES[move])) for move in can_say),
    )


def _line(said: dict[str, Any]) -> Line:
    again = said["review_on"]
    return Line(
        what=str(HAPPENED[Move(said["move"])]),
        by=said["by"],
        words=said["words"],
        at=datetime.fromisoformat(said["at"]),
        review_on=date.fromisoformat(again) if again else None,
    )


def working_days(kept: Iterable[Sequence[Any]]) -> tuple[tuple[date, float], ...]:
    """The days on which there is work, with their hours."""
    return tuple((date.fromisoformat(day), float(hours)) for day, hours in kept if hours)


def weeks(kept: Iterable[Sequence[Any]]) -> tuple[WeekRow, ...]:
    """The days of a phased return, week by week from its first day."""
    days = working_days(kept)
    if not days:
        return ()
    first = days[0][0]
    grouped = groupby(days, key=lambda one: (one[0] - first).days // 7)
    return tuple(_week(number + 1, list(some)) for number, some in grouped)


def _week(number: int, days: list[tuple[date, float]]) -> WeekRow:
    told = ", ".join(f"{short_date(day)}: {hours:g}" for day, hours in days)
    return WeekRow(number, days[0][0], sum(hours for _, hours in days), told)
