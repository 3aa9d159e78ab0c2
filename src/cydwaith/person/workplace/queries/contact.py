"""For the contact at the employer: what was shared with them, and nothing else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound
from cydwaith.person.work.models import Given

from ..models import Adjustment, Invitation
from ..rules import Side
from .rows import AdjustmentRow, InvitationRow, WeekRow, adjustment_row, invitation_row, weeks, working_days


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
    row = Invitation.objects.as_seen_by(actor).filter(id=invitation_id).first()
    if row is None or not _is_contact(actor, row):
        raise NotFound(_("This is not here, or no longer open to you."))
    return _read(actor, row.person_id, row)


def _is_contact(actor: Actor, row: Invitation) -> bool:
    return actor.link is not None or row.account_id == actor.account_id


@sensitive_read("workplace_seen", "adjustments")
def _read(actor: Actor, person_id: UUID, row: Invitation) -> ContactPage:
    rows = Adjustment.objects.as_seen_by(actor).filter(invitation_id=row.id)
    papers = Given.objects.as_seen_by(actor).filter(person_id=person_id).order_by("-written_at")
    return ContactPage(
        invitation=invitation_row(row),
        adjustments=tuple(adjustment_row(each, Side.EMPLOYER) for each in rows.order_by("written_at", "id")),
        weeks=weeks(row.calendar),
        days=working_days(row.calendar),
        papers=tuple(PaperRow(each.id, each.content["title"]) for each in papers),
        signed_in=actor.link is None,
    )


def invited_us(actor: Actor) -> tuple[InvitationRow, ...]:
    """Who invited the actor at their work and still does, the newest first."""
    rows = Invitation.objects.as_seen_by(actor).filter(ended_at=None, until__gt=clock.now())
    mine = rows.filter(account_id=actor.account_id).order_by("-written_at", "-id")
    return tuple(invitation_row(row) for row in mine[:200])
