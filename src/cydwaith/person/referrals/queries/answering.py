"""What a service sees: only what was shared for this referral, by its link or its own account."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.reading import sensitive_read
from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.circle.sections import Filled, fill
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from .. import rules, words
from ..models import Referral, ReferralEvent
from ..rules import Kind, Side, Standing, Status
from .lines import Line, lines
from .record import ReferralRow, rows_of


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """The line, the shared parts, what was said so far, and what can be said next."""

    id: UUID
    reference: str
    service_name: str
    matters: str
    status: Status
    status_words: str
    colour: str
    answer_by: date | None
    asked_by: str
    shared: list[Filled]
    lines: list[Line]
    choices: tuple[Status, ...]


def answer_page(actor: Actor, referral_id: UUID) -> AnswerPage:
    """The page of the service that was asked. Raises NotFound when it is over or was withdrawn."""
    row = Referral.objects.as_seen_by(actor).filter(id=referral_id, kind=Kind.SERVICE).first()
    if row is None:
        raise NotFound(_("This request is no longer open to you."))
    return _page(actor, row.person_id, row)


@sensitive_read("referral_opened_by_service", "CONTACT")
def _page(actor: Actor, person_id: UUID, row: Referral) -> AnswerPage:
    status = Status(row.status)
    standing = Standing(Kind.SERVICE, status, row.confirmed_at is not None)
    events = ReferralEvent.objects.as_seen_by(actor).filter(referral_id=row.id).order_by("at", "id")
    offered = rules.choices(standing, Side.RESPONDER)
    return AnswerPage(
        id=row.id,
        reference=row.reference,
        service_name=row.service_name,
        matters=row.matters,
        status=status,
        status_words=str(words.STATUS[status]),
        colour=words.COLOUR[status],
        answer_by=row.acknowledge_by,
        asked_by=str(words.VOICE["person"]) if row.referred_by == "self" else row.requester_name,
        shared=[part for part in fill(actor, person_id, Scope(row.scopes)) if part.entries],
        lines=lines(events),
        choices=tuple(state for state in offered if state in words.ANSWER),
    )


def asked_of_us(actor: Actor) -> list[ReferralRow]:
    """Open referrals to the actor's own organisation, the longest due first."""
    if actor.organisation_id is None:
        return []
    rows = Referral.objects.as_seen_by(actor).filter(
        kind=Kind.SERVICE, organisation_id=actor.organisation_id, status__in=rules.OPEN
    )
    return rows_of(actor, rows.select_related("organisation").order_by("acknowledge_by", "requested_at"))
