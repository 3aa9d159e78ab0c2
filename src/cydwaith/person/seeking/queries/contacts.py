"""Talks with employers: for one person, and those of a team in general."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.kernel.actor import Actor
from cydwaith.person.plans.queries.who import Reader
from cydwaith.person.work.queries.who import answers_reader

from ..models import EmployerContact
from ..rules.vocabulary import CameOf, Way
from ..words import CAME_OF, WAYS

SHOWN = 100


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One talk."""

    id: UUID
    on: date
    employer: str
    way: str
    came_of: str
    words: str
    as_wished: bool | None
    by: str


@dataclass(frozen=True, slots=True)
class EmployersPage:
    """Talks for one person."""

    by: Reader
    rows: tuple[ContactRow, ...]


@sensitive_read("employers_seen", "work")
def employers(actor: Actor, person_id: UUID) -> EmployersPage:
    """Talks with employers for one person, the newest first. Raises Refused."""
    by = answers_reader(actor, person_id)
    return EmployersPage(by, contacts_of(actor, person_id))


def contacts_of(actor: Actor, person_id: UUID) -> tuple[ContactRow, ...]:
    """The same rows, without a trace of the look."""
    rows = EmployerContact.objects.as_seen_by(actor).filter(person_id=person_id)
    return _rows(rows)


def general(actor: Actor) -> tuple[ContactRow, ...]:
    """The team's talks that were for nobody in particular, the newest first."""
    return _rows(EmployerContact.objects.as_seen_by(actor).filter(person=None))


def _rows(rows: GuardedQuerySet) -> tuple[ContactRow, ...]:
    newest = rows.order_by("-on", "-written_at")[:SHOWN]
    return tuple(
        ContactRow(
            id=row.id,
            on=row.on,
            employer=row.employer,
            way=str(WAYS[Way(row.way)]),
            came_of=str(CAME_OF[CameOf(row.came_of)]),
            words=row.words,
            as_wished=row.as_wished,
            by=row.by_name,
        )
        for row in newest
    )
