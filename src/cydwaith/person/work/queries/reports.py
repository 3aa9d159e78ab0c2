"""Health and work reports: for the professional who writes one, and for the person once it is signed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import Report
from ..rules.paper import Paper, from_data, seal


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report. ``is_whole``: what is shown is, letter for letter, what was signed."""

    id: UUID
    person_id: UUID
    own: bool
    answers: dict[str, Any]
    paper: Paper | None
    signed_at: datetime | None
    by: str
    digest: str
    is_whole: bool


def report_on(actor: Actor, given_id: UUID) -> ReportView | None:
    """The actor's own report on a draft that was given to them, if they began one."""
    row = Report.objects.as_seen_by(actor).filter(given_id=given_id).first()
    return _read(actor, row.person_id, row) if row else None


def report(actor: Actor, report_id: UUID) -> ReportView:
    """A signed report. Raises ``NotFound`` where it is not open, or not signed."""
    row = Report.objects.as_seen_by(actor).filter(id=report_id, signed_at__isnull=False).first()
    if row is None:
        raise NotFound(_("This is not here, or not open to you."))
    return _read(actor, row.person_id, row)


def reports_of(actor: Actor, person_id: UUID) -> tuple[ReportView, ...]:
    """The signed reports of a person that are open to the actor, newest first."""
    return tuple(_view(actor, row) for row in _signed(actor, person_id))


@prepared
def _signed(actor: Actor, person_id: UUID) -> GuardedQuerySet:
    rows = Report.objects.as_seen_by(actor).filter(person_id=person_id, signed_at__isnull=False)
    return rows.order_by("-signed_at")


@sensitive_read("work_report_seen", "report")
def _read(actor: Actor, person_id: UUID, row: Report) -> ReportView:
    return _view(actor, row)


def _view(actor: Actor, row: Report) -> ReportView:
    return ReportView(
        id=row.id,
        person_id=row.person_id,
        own=actor.is_person(row.person_id),
        answers=dict(row.answers),
        paper=from_data(row.content) if row.content else None,
        signed_at=row.signed_at,
        by=row.by_name,
        digest=row.digest,
        is_whole=row.content is not None and seal(row.content) == row.digest,
    )
