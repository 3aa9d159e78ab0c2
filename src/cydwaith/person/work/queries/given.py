"""Documents that were given: to their one reader, and for the person who gave them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.queries import PermissionRow, circle_of
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import NotFound

from ..models import Given
from ..rules.paper import Paper, from_data
from ..rules.vocabulary import Kind, Reader
from ..words import READERS


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One given document in a list."""

    id: UUID
    title: str
    about: str
    recipient: str
    reader: str
    purpose: str
    at: datetime
    until: datetime | None
    is_open: bool
    with_health: bool
    permission_id: UUID


@dataclass(frozen=True, slots=True)
class GivenPaper:
    """A document as its reader has it."""

    id: UUID
    person_id: UUID
    own: bool
    paper: Paper
    kind: Kind
    at: datetime
    digest: str
    may_complete: bool


def given_by(actor: Actor, person_id: UUID) -> tuple[GivenRow, ...]:
    """What a person gave, newest first, with whether it is still open."""
    rows = list(Given.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-written_at"))
    terms = {row.id: row for row in circle_of(actor, person_id)} if rows else {}
    return tuple(_row(row, terms.get(row.permission_id)) for row in rows)


def _row(row: Given, term: PermissionRow | None) -> GivenRow:
    return GivenRow(
        id=row.id,
        title=row.content["title"],
        about=row.content["about"],
        recipient=term.recipient if term else "",
        reader=str(READERS[Reader(row.reader)]),
        purpose=term.purpose if term else "",
        at=row.written_at,
        until=term.until if term else None,
        is_open=bool(term and term.active),
        with_health=row.with_health,
        permission_id=row.permission_id,
    )


def received(actor: Actor) -> tuple[GivenRow, ...]:
    """What others gave to the actor and is still open, newest first."""
    rows = Given.objects.as_seen_by(actor).order_by("-written_at")
    if actor.person_id is not None:
        rows = rows.exclude(person_id=actor.person_id)
    return tuple(_row(row, None) for row in rows[:100])


def given(actor: Actor, given_id: UUID) -> GivenPaper:
    """One given document; its reading is recorded. Raises ``NotFound`` where it is not open."""
    row = Given.objects.as_seen_by(actor).filter(id=given_id).first()
    if row is None:
        raise NotFound(_("This is not here, or no longer open to you."))
    return _read(actor, row.person_id, row)


@sensitive_read("work_given_seen", "given document")
def _read(actor: Actor, person_id: UUID, row: Given) -> GivenPaper:
    is_draft = row.kind == Kind.REPORT.value and row.reader == Reader.CLINICIAN.value
    return GivenPaper(
        id=row.id,
        person_id=person_id,
        own=actor.is_person(person_id),
        paper=from_data(row.content),
        kind=Kind(row.kind),
        at=row.written_at,
        digest=row.digest,
        may_complete=is_draft and actor.has(Role.CLINICIAN),
    )
