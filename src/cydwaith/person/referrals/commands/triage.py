"""The team's answer to a request: yes with a coach, somewhere better, or no with a reason."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.circle.commands import let_in
from cydwaith.commons.circle.rules import FRONT_DOOR_SCOPES
from cydwaith.commons.people.queries import colleagues
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, Role, system
from cydwaith.kernel.errors import Invalid
from cydwaith.place.programmes.queries import ProgrammeCard, programme

from .. import letters
from ..models import Assignment, Referral
from ..policy import may_triage
from ..rules import UNDER_WAY, Move, Problem, Reason, Side, Status
from ..words import PROBLEM
from .leaving import COACH_SCOPES, end_assignment, give_an_end
from .record import find, make_move, write_line


@command("request_accepted", permit=may_triage)
def accept_request(
    actor: Actor, *, referral_id: UUID, programme_key: str, coach_account_id: UUID, words: str = ""
) -> Done[UUID]:
    """Say yes: a programme, a coach who is let in, and the dates by which the coach is in touch."""
    referral = find(actor, referral_id)
    chosen = programme(actor, programme_key, clock.today())
    _pass_to(actor, referral, chosen.organisation_id)
    make_move(actor, referral, Move(Status.ACCEPTED, Side.RESPONDER, words=words))
    _set_dates(referral, chosen, clock.today())
    assignment = _assign(actor, referral, coach_account_id)
    letters.tell_person(actor, referral, "request-news")
    letters.tell_referrer(actor, referral)
    return Done(
        assignment.id, person_id=referral.person_id, subject=referral.id,
        fields=("status", "programme", "coach"),
        event={"referral_id": referral.id, "coach_account_id": coach_account_id},
    )  # fmt: skip


def _pass_to(actor: Actor, referral: Referral, organisation_id: UUID) -> None:
    """The programme may be run by another organisation: it is let in, and the first team's way out begins."""
    if referral.organisation_id == organisation_id:
        return
    first = referral.permission_id
    referral.permission_id = let_in(
        _grantor(actor),
        person_id=referral.person_id,
        organisation_id=organisation_id,
        purpose=_("answer my request for support"),
        scopes=FRONT_DOOR_SCOPES,
        how="front door request",
    )
    referral.organisation_id = organisation_id
    referral.save(update_fields=["organisation_id", "permission_id"])
    give_an_end(first)


def _grantor(actor: Actor) -> Actor:
    """The request says who will see what; a manager does not walk with the person, so the house lets in."""
    return actor if actor.is_practitioner else system("to let in the team that said yes")


def _set_dates(referral: Referral, chosen: ProgrammeCard, today: date) -> None:
    referral.programme_id = chosen.id
    referral.first_attempt_by = chosen.due(today, chosen.targets.first_attempt)
    referral.first_conversation_by = chosen.due(today, chosen.targets.first_conversation)
    referral.save(update_fields=["programme_id", "first_attempt_by", "first_conversation_by"])


def _assign(actor: Actor, referral: Referral, coach_account_id: UUID) -> Assignment:
    team = referral.organisation_id
    staff = colleagues(actor, team, Role.COACH, Role.LINK_WORKER) if team else []
    coach = next((c for c in staff if c.account_id == coach_account_id), None)
    if coach is None:
        raise Invalid(_("Choose somebody who works on this programme."), "coach")
    assignment = Assignment.objects.create(
        referral_id=referral.id,
        person_id=referral.person_id,
        coach_id=coach_account_id,
        organisation_id=referral.organisation_id,
        since=clock.now(),
        permission_id=_let_coach_in(actor, referral, coach_account_id),
    )
    write_line(actor, referral, "assigned", words=coach.name)
    if coach_account_id != actor.account_id:
        letters.tell_account(actor, coach_account_id, "request-yours", letters.path("one", referral.id))
    return assignment  # type: ignore[no-any-return]


def _let_coach_in(actor: Actor, referral: Referral, coach_account_id: UUID) -> UUID:
    """The request says that a coach will see what they write together; this is that yes, in force."""
    return let_in(
        _grantor(actor),
        person_id=referral.person_id,
        account_id=coach_account_id,
        purpose=_("walk with me as my coach"),
        scopes=COACH_SCOPES,
        how="front door request",
    )


@command("coach_changed", permit=may_triage)
def hand_over(actor: Actor, *, referral_id: UUID, coach_account_id: UUID) -> Done[UUID]:
    """Give support that is under way to another coach; the first one's permission ends now."""
    referral = find(actor, referral_id)
    if referral.status not in UNDER_WAY:
        raise Invalid(str(PROBLEM[Problem.NOT_FROM_HERE]))
    for old in Assignment.objects.as_seen_by(actor).filter(referral_id=referral.id, until=None):
        end_assignment(old)
    assignment = _assign(actor, referral, coach_account_id)
    return Done(assignment.id, person_id=referral.person_id, subject=referral.id, fields=("coach",))


@command("request_declined", permit=may_triage)
def decline_request(actor: Actor, *, referral_id: UUID, reason: str, words: str = "") -> Done[None]:
    """Say no with a reason that whoever asked can read, and that is kind to read."""
    referral = find(actor, referral_id)
    _reject(actor, referral, reason, words)
    return Done(None, person_id=referral.person_id, subject=referral.id, fields=("status", "reason"))


@command("request_redirected", permit=may_triage)
def redirect_request(
    actor: Actor,
    *,
    referral_id: UUID,
    reason: str = Reason.NOT_SUITABLE,
    to_name: str,
    to_service_id: str = "",
    words: str = "",
) -> Done[None]:
    """Say where there is better help, with the reason; the person and the referrer both see it."""
    referral = find(actor, referral_id)
    if not to_name.strip():
        raise Invalid(_("Say where they could go instead."), "to_name")
    referral.redirected_to = to_name.strip()
    referral.redirected_service_id = to_service_id
    referral.save(update_fields=["redirected_to", "redirected_service_id"])
    write_line(actor, referral, "redirected", words=referral.redirected_to, for_referrer=True)
    _reject(actor, referral, reason, words)
    return Done(None, person_id=referral.person_id, subject=referral.id, fields=("status", "redirected_to"))


def _reject(actor: Actor, referral: Referral, reason: str, words: str) -> None:
    move = Move(Status.REJECTED, Side.RESPONDER, reason, words)
    make_move(actor, referral, move, for_referrer=True)
    letters.tell_person(actor, referral, "request-news")
    letters.tell_referrer(actor, referral)
