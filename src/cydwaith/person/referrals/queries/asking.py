"""What whoever asked may know: the state, the reason, their own words. Nothing else is read."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from .. import rules, words
from ..models import OwnReferral, OwnReferralEvent
from ..rules import Kind, Status
from .lines import Line, lines_for_referrer

SHOWN = ("id", "reference", "status", "matters", "requested_at", "acknowledge_by",
         "redirected_to", "confirmed_at", "referred_by")  # fmt: skip


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A request as its maker sees it: no name, no way to reach anybody."""

    id: UUID
    reference: str
    matters: str
    status: Status
    status_words: str
    colour: str
    requested_at: datetime | None
    answer_by: date | None
    days_late: int
    redirected_to: str
    is_closed: bool


@dataclass(frozen=True, slots=True)
class AskedPage:
    """The request and those lines of its timeline that are its maker's to read."""

    row: AskedRow
    lines: list[Line]


def my_requests(actor: Actor) -> list[AskedRow]:
    """The requests for support that this account made for others, newest first."""
    rows = OwnReferral.objects.as_seen_by(actor).filter(kind=Kind.SUPPORT).exclude(referred_by="self")
    return [_row(row) for row in rows.only(*SHOWN).order_by("-made_at")]


def my_request(actor: Actor, referral_id: UUID) -> AskedPage:
    """One of them, by account or by link. Raises NotFound."""
    row = OwnReferral.objects.as_seen_by(actor).only(*SHOWN).filter(id=referral_id, kind=Kind.SUPPORT).first()
    if row is None:
        raise NotFound(_("There is no such request."))
    events = OwnReferralEvent.objects.as_seen_by(actor).filter(referral_id=referral_id)
    return AskedPage(_row(row), lines_for_referrer(events.order_by("at", "id")))


def _row(row: OwnReferral) -> AskedRow:
    status = Status(row.status)
    return AskedRow(
        id=row.id,
        reference=row.reference,
        matters=row.matters,
        status=status,
        status_words=str(words.STATUS[status]),
        colour=words.COLOUR[status],
        requested_at=row.requested_at,
        answer_by=row.acknowledge_by,
        days_late=rules.days_overdue(status, row.acknowledge_by, clock.today()),
        redirected_to=row.redirected_to,
        is_closed=row.confirmed_at is not None,
    )
