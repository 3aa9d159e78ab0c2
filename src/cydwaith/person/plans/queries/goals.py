"""Goals with their ratings and steps: three queries whatever their number."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import Goal, Rating, Step
from ..pace import stuck_after_days
from ..rules.progress import Progress, stuck
from ..rules.vocabulary import LIVE, GoalKind, GoalStatus, Owner, StepStatus
from ..words import GOAL_KINDS, GOAL_TAGS, OWNERS, STEP_STATUSES, STUCK
from .who import Reader, Signed, reader_of, sign


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
    rows = Goal.objects.as_seen_by(actor).filter(person_id=person_id, status=GoalStatus.NOW.value)
    return tuple(
        GoalLine(row.id, row.words, str(GOAL_KINDS[GoalKind(row.kind)]), row.rating, _stuck_because(row))
        for row in rows.order_by("added_at", "id")
    )


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
    rows = Goal.objects.as_seen_by(by.actor).filter(person_id=by.person_id).order_by("added_at", "id")
    found = list(rows.filter(id=goal_id) if goal_id else rows)
    ids = [row.id for row in found]
    ratings, steps = _ratings(by, ids if rated else []), _steps(by, ids)
    return [_goal(row, by, ratings[row.id], steps[row.id]) for row in found]


def _ratings(by: Reader, ids: list[UUID]) -> dict[UUID, list[RatingRow]]:
    found: dict[UUID, list[RatingRow]] = defaultdict(list)
    rows: Iterable[Rating] = Rating.objects.as_seen_by(by.actor).filter(goal_id__in=ids)
    for row in sorted(rows, key=lambda r: (r.written_at, r.id)):
        writer = sign(row, by).writer
        found[row.goal_id].append(RatingRow(row.value, row.note, row.written_at, writer))
    return found


def _steps(by: Reader, ids: list[UUID]) -> dict[UUID, list[StepRow]]:
    found: dict[UUID, list[StepRow]] = defaultdict(list)
    rows = Step.objects.as_seen_by(by.actor).filter(goal_id__in=ids)
    for row in rows.exclude(status=StepStatus.DROPPED.value).order_by("added_at", "id"):
        found[row.goal_id].append(_step(row, by))
    return found


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
