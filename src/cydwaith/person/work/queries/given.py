"""Documents that were given: to their one reader, and for the person who gave them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.fields.json import KT
from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.policy import any_of
from cydwaith.commons.circle.queries import PermissionRow, circle_of
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import NotFound

from ..models import Given
from ..policy import handed_to, is_handed_to
from ..rules.paper import Paper, from_data
from ..rules.vocabulary import Kind, Reader
from ..words import READERS

MOST = 100


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
    rows = [_Listed(*row) for row in _given_by(actor, person_id)]
    terms = {row.id: row for row in circle_of(actor, person_id)} if rows else {}
    return tuple(_row(row, terms.get(row.permission_id)) for row in rows)


class _Listed(NamedTuple):
    """A given document without what it says."""

    id: UUID
    title: str
    about: str
    reader: str
    at: datetime
    with_health: bool
    permission_id: UUID


LISTED = (
    "id",
    KT("content__title"),
    KT("content__about"),
    "reader",
    "written_at",
    "with_health",
    "permission_id",
)


@prepared
def _given_by(actor: Actor, person_id: UUID) -> "QuerySet[Given, tuple[Any, ...]]":
    return _listed(actor).filter(person_id=person_id)


@prepared
def _received(actor: Actor) -> "QuerySet[Given, tuple[Any, ...]]":
    rows = _listed(actor).filter(any_of(handed_to(actor)))
    return (rows if actor.person_id is None else rows.exclude(person_id=actor.person_id))[:MOST]


def _listed(actor: Actor) -> "QuerySet[Given, tuple[Any, ...]]":
    return Given.objects.as_seen_by(actor).order_by("-written_at").values_list(*LISTED)


def _row(row: _Listed, term: PermissionRow | None) -> GivenRow:
    return GivenRow(
        id=row.id,
        title=row.title,
        about=row.about,
        recipient=term.recipient if term else "",
        reader=str(READERS[Reader(row.reader)]),
        purpose=term.purpose if term else "",
        at=row.at,
        until=term.until if term else None,
        is_open=bool(term and term.active),
        with_health=row.with_health,
        permission_id=row.permission_id,
    )


def received(actor: Actor) -> tuple[GivenRow, ...]:
    """What others gave to the actor and is still open, newest first."""
    return tuple(_row(_Listed(*row), None) for row in _received(actor))


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
        may_complete=is_draft and actor.has(Role.CLINICIAN) and is_handed_to(actor, row),
    )
