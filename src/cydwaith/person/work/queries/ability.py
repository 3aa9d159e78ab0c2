"""Ability for work over time, from the statements that were kept."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor

from ..models import Kept
from ..rules.reading import Answers
from ..rules.statement import hours_and_levels
from ..rules.vocabulary import Dimension, Level, Sheet


@dataclass(frozen=True, slots=True)
class Moment:
    """What was possible on one day. ``hours`` are hours a week, None where they were not said."""

    at: datetime
    number: int
    hours: float | None
    levels: dict[Dimension, Level]


def ability(actor: Actor, person_id: UUID) -> tuple[Moment, ...]:
    """Each kept statement as a moment, oldest first; nothing where work is not open."""
    return tuple(
        Moment(at, number, *hours_and_levels(answers)) for at, number, answers in _said(actor, person_id)
    )


@prepared
def _said(actor: Actor, person_id: UUID) -> "QuerySet[Kept, tuple[datetime, int, Answers]]":
    rows = Kept.objects.as_seen_by(actor).filter(person_id=person_id, sheet=Sheet.STATEMENT.value)
    return rows.order_by("number").values_list("written_at", "number", "answers")
