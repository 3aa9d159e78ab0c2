"""Asking a service for a person: write it down, preview, the person's yes, send."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle.commands import let_in
from cydwaith.commons.circle.rules import Scope
from cydwaith.kernel import clock, ids
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid
from cydwaith.place.programmes.models import Programme
from cydwaith.place.programmes.queries import open_programmes
from cydwaith.place.programmes.rules import due

from .. import letters
from ..models import Referral
from ..policy import may_refer_on, may_send
from ..queries.service import Asked
from ..rules import UNDER_WAY, Kind, Move, Side, Status
from .record import find, make_move

DEFAULT_ANSWER_DAYS = 5


@command("referral_drafted", permit=may_refer_on)
def draft_referral(
    actor: Actor,
    *,
    person_id: UUID,
    service: Asked,
    matters: str,
    scopes: Scope = Scope.CONTACT,
    goal_id: UUID | None = None,
) -> Done[UUID]:
    """Write down what would be asked and shared; nothing is sent and nobody is let in yet."""
    if not matters.strip():
        raise Invalid(_("Say in a line what matters."), "matters")
    referral = _draft_here(actor, person_id, service) or _new(actor, person_id, service)
    referral.matters = matters.strip()
    referral.scopes = int(scopes | Scope.CONTACT)
    referral.goal_id = goal_id
    referral.save(update_fields=["matters", "scopes", "goal_id"])
    return Done(referral.id, person_id=person_id, subject=referral.id, fields=("matters", "scopes"))


def _draft_here(actor: Actor, person_id: UUID, service: Asked) -> Referral | None:
    """Writing the same again changes the draft that is there, so that pressing twice makes one."""
    drafts = Referral.objects.as_seen_by(actor).filter(person_id=person_id, status=Status.DRAFT)
    return drafts.filter(kind=Kind.SERVICE, service_id=service.id).first()  # type: ignore[no-any-return]


def _new(actor: Actor, person_id: UUID, service: Asked) -> Referral:
    return Referral.objects.create(  # type: ignore[no-any-return]
        reference=ids.reference(),
        kind=Kind.SERVICE,
        status=Status.DRAFT,
        person_id=person_id,
        made_at=clock.now(),
        referred_by="self" if actor.is_person(person_id) else "team",
        requester_account_id=actor.account_id,
        requester_name=actor.name,
        requester_language=actor.language,
        service_id=service.id,
        service_name=service.name,
        service_email=service.email,
        organisation_id=service.organisation_id,
    )


@command("referral_sent", permit=may_send)
def send_referral(actor: Actor, *, referral_id: UUID, they_agree: bool, how: str = "") -> Done[date]:
    """With the person's yes: let this one service in, ask it, and name the day of its answer.

    ``how`` is how the person said yes, when somebody else writes it down.
    """
    referral = find(actor, referral_id)
    _require_yes(actor, referral, they_agree, how)
    referral.requested_at = clock.now()
    referral.acknowledge_by = _answer_by(actor, referral)
    referral.agreed_how = "themselves" if actor.is_person(referral.person_id) else how
    referral.permission_id = _let_service_in(actor, referral)
    referral.save(update_fields=["requested_at", "acknowledge_by", "agreed_how", "permission_id"])
    make_move(actor, referral, Move(Status.REQUESTED, Side.REQUESTER, words=referral.matters))
    letters.tell_service(actor, referral)
    return Done(
        referral.acknowledge_by, person_id=referral.person_id, subject=referral.id,
        fields=("status", "scopes"), event={"referral_id": referral.id, "service_id": referral.service_id},
    )  # fmt: skip


def _require_yes(actor: Actor, referral: Referral, they_agree: bool, how: str) -> None:
    if not they_agree:
        raise Invalid(_("Nothing is sent without the person's yes."), "they_agree")
    if not actor.is_person(referral.person_id) and not how:
        raise Invalid(_("Say how the person said yes."), "how")


def _let_service_in(actor: Actor, referral: Referral) -> UUID:
    by_link = referral.organisation_id is None
    return let_in(
        actor,
        person_id=referral.person_id,
        link_subject_id=referral.id if by_link else None,
        organisation_id=referral.organisation_id,
        recipient_label=referral.service_name,
        purpose=_("answer my referral and help me"),
        scopes=Scope(referral.scopes),
        until=clock.now() + timedelta(days=letters.ANSWER_DAYS),
        how="by the person" if actor.is_person(referral.person_id) else "with the person",
    )


def _answer_by(actor: Actor, referral: Referral) -> date:
    """By the programme that the person is on; without one, by the quickest that is open."""
    today = clock.today()
    mine = Referral.objects.as_seen_by(actor).filter(
        person_id=referral.person_id, kind=Kind.SUPPORT, status__in=UNDER_WAY
    )
    programme_id = mine.order_by("-accepted_at").values_list("programme_id", flat=True).first()
    if programme_id is not None:
        row = Programme.objects.get(id=programme_id)
        closed = frozenset(date.fromisoformat(day) for day in row.closed_days)
        return due(today, row.service_acknowledge, closed)
    days = (p.due(today, p.targets.service_acknowledge) for p in open_programmes(actor, today))
    return min(days, default=due(today, DEFAULT_ANSWER_DAYS))
