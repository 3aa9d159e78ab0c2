"""How far each spell was on a day that is over."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor
from cydwaith.person.enrolments.models import StageReached
from cydwaith.person.enrolments.queries import EnrolmentRow

Reached = tuple[UUID, str, date]


def stages_on(actor: Actor, found: Sequence[EnrolmentRow], day: date) -> dict[UUID, str]:
    """The newest stage that each spell had reached by a day, before any the first one; one read."""
    moved: dict[UUID, list[tuple[str, date]]] = defaultdict(list)
    for enrolment_id, stage, on in _reached(actor, tuple(row.id for row in found)):
        moved[enrolment_id].append((stage, on))
    return {row.id: _stage(row, moved[row.id], day) for row in found}


def _stage(row: EnrolmentRow, moved: Sequence[tuple[str, date]], day: date) -> str:
    by_then = [stage for stage, on in moved if on <= day]
    if by_then:
        return by_then[-1]
    stages = row.version.content.stages
    return stages[0].key if moved and stages else row.stage


@prepared
def _reached(actor: Actor, spells: Keys) -> "QuerySet[StageReached, Reached]":
    rows = StageReached.objects.as_seen_by(actor).filter(among("enrolment_id", spells)).order_by("on", "id")
    return rows.values_list("enrolment_id", "stage", "on")
