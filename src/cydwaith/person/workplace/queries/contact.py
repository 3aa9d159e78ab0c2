"""For the contact at the employer: what was shared with them, and nothing else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.fields.json import KT
from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.guard.models import GuardedQuerySet
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.person.work.models import Given

from ..models import Invitation
from ..rules.agreeing import Side
from .rows import (
    AdjustmentRow,
    InvitationRow,
    WeekRow,
    adjustment_row,
    adjustments,
    invitation,
    invitation_row,
    weeks,
    working_days,
)

MOST = 200


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that was given to the contact."""

    id: UUID
    title: str


@dataclass(frozen=True, slots=True)
class ContactPage:
    """All that the contact sees of somebody."""

    invitation: InvitationRow
    adjustments: tuple[AdjustmentRow, ...]
    weeks: tuple[WeekRow, ...]
    days: tuple[tuple[date, float], ...]
    papers: tuple[PaperRow, ...]
    signed_in: bool


def with_us(actor: Actor, invitation_id: UUID) -> ContactPage:
    """What somebody agrees on with us; its reading is recorded. Raises ``NotFound``."""
    for row in invitation(actor, invitation_id):
        if _is_contact(actor, row):
            return _read(actor, row.person_id, row)
    raise NotFound(_("This is not here, or no longer open to you."))


def _is_contact(actor: Actor, row: Invitation) -> bool:
    return actor.link is not None or row.account_id == actor.account_id


@sensitive_read("workplace_seen", "adjustments")
def _read(actor: Actor, person_id: UUID, row: Invitation) -> ContactPage:
    return ContactPage(
        invitation=invitation_row(row),
        adjustments=tuple(adjustment_row(each, Side.EMPLOYER) for each in adjustments(actor, row.id)),
        weeks=weeks(row.calendar),
        days=working_days(row.calendar),
        papers=tuple(PaperRow(key, title) for key, title in _papers(actor, person_id)),
        signed_in=actor.link is None,
    )


@prepared
def _papers(actor: Actor, person_id: UUID) -> "QuerySet[Given, tuple[UUID, str]]":
    rows = Given.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-written_at")
    return rows.values_list("id", KT("content__title"))


def invited_us(actor: Actor) -> tuple[InvitationRow, ...]:
    """Who invited the actor at their work and still does, the newest first."""
    return tuple(map(invitation_row, _invited_us(actor)))


@prepared
def _invited_us(actor: Actor) -> GuardedQuerySet:
    rows = Invitation.objects.as_seen_by(actor).filter(ended_at=None, until__gt=clock.now())
    return rows.filter(account_id=actor.account_id).order_by("-written_at", "-id")[:MOST]
