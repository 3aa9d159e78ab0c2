"""The newest work statement."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor

from ..models import Kept
from ..rules.statement import StatementAnswers, read
from ..rules.vocabulary import Because, Sheet


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody can do now, as they kept it."""

    id: UUID
    person_id: UUID
    number: int
    at: datetime
    because: Because
    said: StatementAnswers


@sensitive_read("work_statement_seen", "statement")
def statement(actor: Actor, person_id: UUID) -> Statement | None:
    """The newest kept statement, or None: also where work is not open to the actor."""
    return next(map(as_statement, newest(actor, person_id, Sheet.STATEMENT)), None)


def as_statement(row: Kept) -> Statement:
    """A kept row as it is read."""
    return Statement(
        row.id, row.person_id, row.number, row.written_at, Because(row.because), read(row.answers)
    )


@prepared
def newest(actor: Actor, person_id: UUID, which: Sheet) -> GuardedQuerySet:
    """The newest kept version of a sheet, if there is one that is open to the actor."""
    rows = Kept.objects.as_seen_by(actor).filter(person_id=person_id, sheet=which.value)
    return rows.order_by("-number")[:1]
