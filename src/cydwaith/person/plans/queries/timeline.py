"""What a plan adds to the one timeline: what somebody set out to do, did and hoped; not how it was worded."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor

from ..models import Agreement, Change, Hope
from ..moments import Moment, at_noon
from ..rules.vocabulary import GoalStatus, Kind, StepStatus

ENDS = frozenset({GoalStatus.REACHED, GoalStatus.LET_GO, StepStatus.DONE})


def timeline(actor: Actor, person_id: UUID) -> list[Moment]:
    """Goals set, reached or let go, steps done, yes to the plan, hope for work: as far as they are open."""
    turns = _turns(list(_changes(actor, person_id)))
    said_yes, hoped = map(_agreed, _yes(actor, person_id)), map(_hoped, _hopes(actor, person_id))
    return [*turns, *said_yes, *hoped]


@prepared
def _changes(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    kinds = [Kind.GOAL.value, Kind.STEP.value]
    return Change.objects.as_seen_by(actor).filter(person_id=person_id, kind__in=kinds).order_by("number")


@prepared
def _yes(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Agreement.objects.as_seen_by(actor).filter(person_id=person_id)


@prepared
def _hopes(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    return Hope.objects.as_seen_by(actor).filter(person_id=person_id)


def _turns(changes: list[Change]) -> Iterator[Moment]:
    """The first of each goal, and each turn to an end; other changes are in the plan's own history."""
    known: dict[UUID, str] = {}
    for row in changes:
        before, status = known.get(row.subject), row.state.get("status", "")
        known[row.subject] = status
        if before is None and row.kind == Kind.GOAL:
            yield Moment(row.written_at, _("A goal"), row.state.get("words", ""), row.by_name)
        elif status != before and status in ENDS:
            yield Moment(row.written_at, _title(row.kind, status), row.state.get("words", ""), row.by_name)


def _title(kind: str, status: str) -> str:
    if kind == Kind.STEP:
        return _("A step is done")
    return _("A goal is reached") if status == GoalStatus.REACHED else _("A goal is let go")


def _agreed(row: Agreement) -> Moment:
    return Moment(at_noon(row.said_on), _("Yes to the plan"), "", row.by_name)


def _hoped(row: Hope) -> Moment:
    return Moment(row.written_at, _("Hope for work: %(value)s of 10") % {"value": row.value}, "", row.by_name)
