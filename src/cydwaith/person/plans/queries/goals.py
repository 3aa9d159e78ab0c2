"""Goals with their ratings and steps: three queries whatever their number."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import Goal, Rating, Step
from ..pace import stuck_after_days
from ..rules.progress import Progress, stuck
from ..rules.vocabulary import LIVE, GoalKind, GoalStatus, Owner, StepStatus
from ..words import GOAL_KINDS, GOAL_TAGS, OWNERS, STEP_STATUSES, STUCK
from .who import Reader, Signed, reader_of, sign

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class RatingRow:
    """How near, 0 to 10, on a day."""

    value: int
    note: str
    at: datetime
    writer: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """Who does what by when."""

    id: UUID
    goal_id: UUID
    words: str
    owner: Owner
    owner_label: str
    owner_name: str
    due: date | None
    overdue: bool
    status: StepStatus
    status_label: str
    blocked_because: str
    version: int
    signed: Signed


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal as it stands: ratings oldest first, steps in the order they were added."""

    id: UUID
    words: str
    why: str
    kind: GoalKind
    kind_label: str
    status: GoalStatus
    status_label: str
    latest_rating: int | None
    ratings: tuple[RatingRow, ...]
    steps: tuple[StepRow, ...]
    stuck: bool
    stuck_because: str
    last_touched: datetime
    version: int
    signed: Signed

    @property
    def is_live(self) -> bool:
        """Now or later: neither reached nor let go."""
        return self.status in LIVE


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal of today in one line."""

    id: UUID
    words: str
    kind_label: str
    latest_rating: int | None
    stuck_because: str


def goals_today(actor: Actor, person_id: UUID) -> tuple[GoalLine, ...]:
    """What a person works on now; nothing where the plan is not open to the actor."""
    return tuple(
        GoalLine(row.id, row.words, str(GOAL_KINDS[GoalKind(row.kind)]), row.rating, _stuck_because(row))
        for row in _goals_now(actor, person_id)
    )


@prepared
def _goals_now(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    rows = Goal.objects.as_seen_by(actor).filter(person_id=person_id, status=GoalStatus.NOW.value)
    return rows.order_by("added_at", "id")


def goals(actor: Actor, person_id: UUID) -> list[GoalRow]:
    """The person's goals, in the order they were added. Raises ``Refused`` where the plan is not open."""
    return goals_for(reader_of(actor, person_id, Scope.PLAN))


@sensitive_read("plan_seen", "plan")
def goal(actor: Actor, person_id: UUID, goal_id: UUID) -> GoalRow:
    """One goal. Raises ``Refused`` or ``NotFound``."""
    found = goals_for(reader_of(actor, person_id, Scope.PLAN), goal_id)
    if not found:
        raise NotFound(_("This is not here, or not open to you."))
    return found[0]


@sensitive_read("plan_seen", "plan")
def step(actor: Actor, person_id: UUID, step_id: UUID) -> StepRow:
    """One step. Raises ``Refused`` or ``NotFound``."""
    by = reader_of(actor, person_id, Scope.PLAN)
    row = Step.objects.as_seen_by(actor).filter(person_id=person_id, id=step_id).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    return _step(row, by)


def goals_for(by: Reader, goal_id: UUID | None = None, *, rated: bool = True) -> list[GoalRow]:
    """All goals of a person for a reader, or the one with this id; with earlier ratings where asked."""
    which = (by.actor, by.person_id, goal_id)
    found = _goal_rows(*which)
    ratings = _by_goal(_rating(row, by) for row in (_rating_rows(*which) if rated else []))
    steps = _by_goal((row.goal_id, _step(row, by)) for row in _step_rows(*which))
    return [_goal(row, by, ratings[row.id], steps[row.id]) for row in found]


def _by_goal(parts: Iterable[tuple[UUID, Part]]) -> dict[UUID, list[Part]]:
    found: dict[UUID, list[Part]] = defaultdict(list)
    for goal_id, part in parts:
        found[goal_id].append(part)
    return found


def _rating(row: Rating, by: Reader) -> tuple[UUID, RatingRow]:
    return row.goal_id, RatingRow(row.value, row.note, row.written_at, sign(row, by).writer)


@prepared
def _goal_rows(actor: Actor, person_id: UUID, goal_id: UUID | None) -> GuardedQuerySet:
    rows = Goal.objects.as_seen_by(actor).filter(person_id=person_id).order_by("added_at", "id")
    return rows.filter(id=goal_id) if goal_id else rows


@prepared
def _rating_rows(actor: Actor, person_id: UUID, goal_id: UUID | None) -> GuardedQuerySet:
    rows = Rating.objects.as_seen_by(actor).filter(person_id=person_id).order_by("written_at", "id")
    return rows.filter(goal_id=goal_id) if goal_id else rows


@prepared
def _step_rows(actor: Actor, person_id: UUID, goal_id: UUID | None) -> GuardedQuerySet:
    rows = Step.objects.as_seen_by(actor).filter(person_id=person_id).exclude(status=StepStatus.DROPPED.value)
    return (
        rows.filter(goal_id=goal_id).order_by("added_at", "id")
        if goal_id
        else rows.order_by("added_at", "id")
    )


def _step(row: Step, by: Reader) -> StepRow:
    status, owner = StepStatus(row.status), Owner(row.owner)
    waiting = status in (StepStatus.NOT_DONE, StepStatus.BLOCKED)
    return StepRow(
        id=row.id,
        goal_id=row.goal_id,
        words=row.words,
        owner=owner,
        owner_label=_owner(owner, row.owner_name, by),
        owner_name=row.owner_name,
        due=row.due,
        overdue=waiting and row.due is not None and row.due < clock.today(),
        status=status,
        status_label=str(STEP_STATUSES[status]),
        blocked_because=row.blocked_because,
        version=row.version,
        signed=sign(row, by),
    )


def _owner(owner: Owner, name: str, by: Reader) -> str:
    if owner is Owner.PERSON:
        return _("you") if by.own else by.called
    if owner is Owner.COACH and name:
        return _("%(name)s (coach)") % {"name": name}
    return name or str(OWNERS[owner])


def _goal(row: Goal, by: Reader, ratings: list[RatingRow], steps: list[StepRow]) -> GoalRow:
    status, kind = GoalStatus(row.status), GoalKind(row.kind)
    because = _stuck_because(row)
    return GoalRow(
        id=row.id,
        words=row.words,
        why=row.why,
        kind=kind,
        kind_label=str(GOAL_KINDS[kind]),
        status=status,
        status_label=str(GOAL_TAGS[status]),
        latest_rating=row.rating,
        ratings=tuple(ratings),
        steps=tuple(steps),
        stuck=bool(because),
        stuck_because=because,
        last_touched=row.touched_at,
        version=row.version,
        signed=sign(row, by),
    )


def _stuck_because(row: Goal) -> str:
    progress = Progress(GoalStatus(row.status), row.touched_at, row.rating, row.rating_before)
    why = stuck(progress, clock.now(), stuck_after_days())
    return str(STUCK[why]) if why else ""
