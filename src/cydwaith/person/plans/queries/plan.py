"""The plan on one page: what matters, goals, whether it is agreed, whose words it holds."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, Subquery
from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..models import Agreement, Change, Plan
from ..rules.sides import is_condition_only, missing_sides
from ..rules.standing import Consent, Hand, Share, Standing, hand, share, standing
from ..rules.vocabulary import Heading
from ..words import SIDES, STANDINGS
from .about import entry_rows
from .goals import GoalRow, goals_for
from .who import Reader, reader_of, writer_of


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """The person's last yes: on which day, up to which version, how it was given."""

    said_on: date
    at: datetime
    number: int
    in_person: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything that the plan page shows. ``newest`` is the version that is being read."""

    person_id: UUID
    called: str
    own: bool
    matters: str
    matters_declined: bool
    sees_about_me: bool
    goals: tuple[GoalRow, ...]
    closed_goals: tuple[GoalRow, ...]
    review_on: date | None
    review_overdue: bool
    standing: Standing
    standing_label: str
    agreed: AgreedRow | None
    newest: int
    share: Share
    may_write: bool

    @property
    def missing(self) -> tuple[str, ...]:
        """Sides of a plan that no goal is about yet, in words."""
        return tuple(str(SIDES[side]) for side in missing_sides(goal.kind for goal in self.goals))

    @property
    def condition_only(self) -> bool:
        """Whether every goal is about health."""
        return is_condition_only(goal.kind for goal in self.goals)

    @property
    def is_agreed(self) -> bool:
        """Whether the person stands behind the plan as it is."""
        return self.standing is Standing.AGREED


@sensitive_read("plan_seen", "plan")
def plan(actor: Actor, person_id: UUID) -> PlanView:
    """The plan as the actor may see it. Raises ``Refused`` where it is not open."""
    return plan_for(reader_of(actor, person_id, Scope.PLAN), rated=False)


def plan_for(by: Reader, *, rated: bool = True) -> PlanView:
    """The plan for a reader, without leaving a trace of the look; with every rating where asked."""
    found = goals_for(by, rated=rated)
    about = entry_rows(by.actor, by.person_id)
    matters = next((row for row in about if row.heading == Heading.MATTERS.value), None)
    stands, agreed, newest, review_on = _agreement(by)
    return PlanView(
        person_id=by.person_id,
        called=by.called,
        own=by.own,
        matters=matters.words if matters else "",
        matters_declined=matters.declined if matters else False,
        sees_about_me=Scope.ABOUT_ME in by.scopes,
        goals=tuple(row for row in found if row.is_live),
        closed_goals=tuple(row for row in found if not row.is_live),
        review_on=review_on,
        review_overdue=review_on is not None and review_on < clock.today(),
        standing=stands,
        standing_label=_standing_label(stands, by.own),
        agreed=agreed,
        newest=newest,
        share=share(_hands(about, found)),
        may_write=by.writes(Scope.PLAN),
    )


def _hands(about: list[Any], found: list[GoalRow]) -> list[Hand]:
    headings = [hand(row.by_person, row.with_person) for row in about if row.words]
    live = [row for row in found if row.is_live]
    steps = [step.signed.hand for row in live for step in row.steps]
    return [*headings, *(row.signed.hand for row in live), *steps]


def _agreement(by: Reader) -> tuple[Standing, AgreedRow | None, int, date | None]:
    """Whether the person stands behind the plan, their last yes, the newest version, the day of review.

    The day is read along with the changes: choosing it was one, so without a change there is none.
    """
    last = next(iter(_last_yes(by.actor, by.person_id)), None)
    found = _newest(by.actor, by.person_id)
    by_others = [(number, Scope(scope)) for own, scope, number, _day in found if not own]
    consent = Consent(last.number, Scope(last.scopes)) if last else None
    agreed = _agreed_row(last, by) if last else None
    number = max((number for _own, _scope, number, _day in found), default=0)
    return standing(consent, by_others), agreed, number, found[0][3] if found else None


@prepared
def _last_yes(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    rows = Agreement.objects.as_seen_by(actor).filter(person_id=person_id)
    return rows.order_by("-number", "-written_at")[:1]


@prepared
def _newest(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    """Of each part, by the person or by others, the number of the last change; and the day of review."""
    day = Plan.objects.as_seen_by(actor).filter(person_id=person_id).values("review_on")
    changes = Change.objects.as_seen_by(actor).filter(person_id=person_id)
    newest = changes.values("by_person", "scope").annotate(number=Max("number"), day=Subquery(day))
    return newest.order_by().values_list("by_person", "scope", "number", "day")


def _agreed_row(row: Agreement, by: Reader) -> AgreedRow:
    if row.by_person:
        sentence = _("You agreed") if by.own else _("%(person)s agreed") % {"person": by.called}
    else:
        parts = {"writer": writer_of(row, by), "person": _("You") if by.own else by.called}
        sentence = _("%(person)s said yes in conversation, written down by %(writer)s") % parts
    return AgreedRow(row.said_on, row.written_at, row.number, row.by_person, sentence)


def _standing_label(stands: Standing, own: bool) -> str:
    if stands is Standing.CHANGED and not own:
        return _("Changed since they agreed")
    return str(STANDINGS[stands])
