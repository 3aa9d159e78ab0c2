"""Ability for work over time, from the statements that were kept."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cydwaith.kernel.actor import Actor

from ..models import Kept
from ..rules.statement import read
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
    rows = Kept.objects.as_seen_by(actor).filter(person_id=person_id, sheet=Sheet.STATEMENT.value)
    said = [(row, read(row.answers)) for row in rows.order_by("number")]
    return tuple(Moment(row.written_at, row.number, s.hours_a_week, s.levels) for row, s in said)
