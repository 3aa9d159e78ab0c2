"""Asking for support: the one door for everybody."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle.commands import let_in, open_own_page, register_person
from cydwaith.commons.circle.rules import FRONT_DOOR_SCOPES
from cydwaith.commons.people.queries import front_door_organisation
from cydwaith.commons.places.queries import locate
from cydwaith.kernel import clock, ids
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import Conflict, Invalid
from cydwaith.place.programmes.queries import open_programmes

from .. import letters
from ..models import Referral
from ..policy import may_ask_for_support
from ..rules import Kind, Status
from .record import write_line

SELF = "self"


@dataclass(frozen=True)
class Request:
    """What the front door asks, and no more. ``send_key`` is drawn once for each request."""

    send_key: UUID
    referred_by: str
    name: str
    known_as: str = ""
    email: str = ""
    phone: str = ""
    contact_by: tuple[str, ...] = ()
    contact_times: str = ""
    safe_to_leave_message: bool | None = None
    language: str = "en"
    communication_needs: str = ""
    address: str = ""
    postcode: str = ""
    place_code: str = ""
    matters: str = ""
    they_agree: bool = False
    requester_name: str = ""
    requester_organisation: str = ""
    requester_email: str = ""


@dataclass(frozen=True)
class Sent:
    """What somebody takes away: a reference, and the day by which there is an answer."""

    referral_id: UUID
    reference: str
    answer_by: date | None


@command("support_requested", permit=may_ask_for_support)
def ask_for_support(actor: Actor, *, request: Request) -> Done[Sent]:
    """Write the request down once, let the team in, and tell whoever asked. Sending twice is once.

    Raises Invalid when somebody else's agreement is missing, Conflict when no team answers the door.
    """
    already = Referral.objects.as_seen_by(system("one request, sent once")).filter(send_key=request.send_key)
    if (sent := already.first()) is not None:
        return Done(_sent(sent), subject=sent.id)
    _require_usable(request)
    person_id = _own_record(actor, request) or _register(actor, request)
    referral = _write(actor, request, person_id)
    _let_the_team_in(actor, referral)
    write_line(actor, referral, "state", status=Status.REQUESTED, words=request.matters)
    letters.tell_person(actor, referral, "request-received")
    letters.tell_referrer(actor, referral)
    return Done(
        _sent(referral), person_id=person_id, subject=referral.id, fields=("matters",),
        event={"referral_id": referral.id},
    )  # fmt: skip


def _own_record(actor: Actor, request: Request) -> UUID | None:
    """The record of somebody who has one and asks again for themselves."""
    return actor.person_id if request.referred_by == SELF else None


def _require_usable(request: Request) -> None:
    if request.referred_by != SELF and not request.they_agree:
        raise Invalid(_("Ask them first. You can only send this when they know and agree."), "they_agree")
    if not request.matters.strip():
        raise Invalid(_("Say in a line what matters."), "matters")


def _register(actor: Actor, request: Request) -> UUID:
    person_id = register_person(
        actor,
        name=request.name,
        known_as=request.known_as,
        email=request.email,
        phone=request.phone,
        contact_by=request.contact_by,
        contact_times=request.contact_times,
        safe_to_leave_message=request.safe_to_leave_message,
        language=request.language,
        communication_needs=request.communication_needs,
        address=request.address,
        postcode=request.postcode,
        place_code=request.place_code or _neighbourhood(request.postcode),
    )
    if request.referred_by == SELF and request.email:
        language = "cy" if request.language == "cy" else "en"
        open_own_page(actor, person_id=person_id, email=request.email, language=language)
    return person_id


def _neighbourhood(postcode: str) -> str:
    found = locate(postcode) if postcode else None
    return found.neighbourhood.code if found and found.neighbourhood else ""


def _write(actor: Actor, request: Request, person_id: UUID) -> Referral:
    team = front_door_organisation(actor)
    if team is None:
        raise Conflict(_("Nobody answers requests here yet. Please try again later."))
    return Referral.objects.create(  # type: ignore[no-any-return]
        reference=ids.reference(),
        send_key=request.send_key,
        kind=Kind.SUPPORT,
        status=Status.REQUESTED,
        person_id=person_id,
        matters=request.matters.strip(),
        made_at=clock.now(),
        requested_at=clock.now(),
        acknowledge_by=_answer_by(actor),
        referred_by=request.referred_by,
        requester_account_id=actor.account_id,
        requester_name=request.requester_name.strip(),
        requester_organisation=request.requester_organisation.strip(),
        requester_email=request.requester_email.strip(),
        requester_language=actor.language,
        organisation_id=team.id,
        agreed_how="themselves" if request.referred_by == SELF else "they know and agree",
    )


def _answer_by(actor: Actor) -> date | None:
    """No programme is chosen yet, so the promise is that of the quickest."""
    today = clock.today()
    open_now = open_programmes(actor, today)
    return min((p.due(today, p.targets.acknowledge) for p in open_now), default=None)


def _let_the_team_in(actor: Actor, referral: Referral) -> None:
    referral.permission_id = let_in(
        actor,
        person_id=referral.person_id,
        organisation_id=referral.organisation_id,
        purpose=_("answer my request for support"),
        scopes=FRONT_DOOR_SCOPES,
        how="by the person" if actor.is_person(referral.person_id) else "front door",
    )
    referral.save(update_fields=["permission_id"])


def _sent(referral: Referral) -> Sent:
    return Sent(referral.id, referral.reference, referral.acknowledge_by)
