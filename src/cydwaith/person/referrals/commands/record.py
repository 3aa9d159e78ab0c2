"""What every change of a referral does: follow the state table, write one line of the timeline."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.circle.commands import withdraw
from cydwaith.commons.circle.rules import ANSWER_LINK
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor, system
from cydwaith.kernel.errors import Invalid, NotFound

from ..models import OwnReferral, Referral, ReferralEvent
from ..policy import CLOSING_LINK, TEAM_ROLES
from ..rules import FINISHED, NEVER_BEGAN, Kind, Move, Problem, Standing, Status, problem
from ..words import PROBLEM
from .leaving import let_team_out

_FIELD = {Problem.REASON_MISSING: "reason", Problem.WORDS_MISSING: "words"}


def find(actor: Actor, referral_id: UUID) -> Referral:
    """The referral, if it is open to the actor or was made by them. Raises NotFound."""
    for model in (Referral, OwnReferral):
        row = model.objects.as_seen_by(actor).select_for_update().filter(id=referral_id).first()
        if row is not None:
            return row  # type: ignore[no-any-return]
    raise NotFound(_("There is no such referral."))


def standing(referral: Referral) -> Standing:
    """Where a referral is now, as the rules want it."""
    confirmed = referral.confirmed_at is not None
    return Standing(Kind(referral.kind), Status(referral.status), confirmed)


def make_move(
    actor: Actor,
    referral: Referral,
    move: Move,
    *,
    for_referrer: bool = False,
    team_until: date | None = None,
) -> None:
    """Change the state by the table, or raise Invalid with what to do.

    When it ends, what was shared for it ends: with a service at once, with the team on a day.
    """
    found = problem(standing(referral), move)
    if found is not None:
        raise Invalid(str(PROBLEM[found]), _FIELD.get(found))
    referral.status = move.to
    if move.to is Status.ACCEPTED:
        referral.accepted_at = clock.now()
    if move.to in FINISHED | NEVER_BEGAN:
        _end(referral, team_until)
    referral.save(update_fields=["status", "accepted_at", "ended_at"])
    write_line(
        actor,
        referral,
        "state",
        status=move.to,
        reason=move.reason,
        words=move.words,
        for_referrer=for_referrer,
    )


def _end(referral: Referral, team_until: date | None) -> None:
    already, referral.ended_at = referral.ended_at, clock.now()
    if referral.kind == Kind.SERVICE:
        end_permission(referral)
    elif already is None:
        let_team_out(referral, team_until)


def end_permission(referral: Referral) -> None:
    """What was shared with a service for this referral ends with it."""
    if referral.kind == Kind.SERVICE and referral.permission_id is not None:
        withdraw(system("a referral has ended"), permission_id=referral.permission_id)


def write_line(
    actor: Actor,
    referral: Referral,
    kind: str,
    *,
    status: str = "",
    reason: str = "",
    words: str = "",
    for_referrer: bool = False,
) -> None:
    """One line of the timeline, in the name of whoever acts."""
    by, name = voice(actor, referral)
    ReferralEvent.objects.create(
        referral_id=referral.id,
        person_id=referral.person_id,
        at=clock.now(),
        kind=kind,
        status=status,
        reason=reason,
        words=words.strip(),
        by=by,
        by_name=name,
        account_id=actor.account_id,
        for_referrer=for_referrer or by == "referrer",
    )


def voice(actor: Actor, referral: Referral) -> tuple[str, str]:
    """Who is speaking in the timeline: which kind of voice, and the working name if there is one."""
    if actor.link is not None:
        return _voice_of_link(actor.link.kind, referral)
    if actor.is_person(referral.person_id):
        return "person", ""
    if actor.is_system:
        return "system", ""
    if actor.has(*TEAM_ROLES):
        return "team", actor.name
    if actor.account_id is None or actor.account_id == referral.requester_account_id:
        return _voice_of_asker(referral)
    return "service", actor.name


def _voice_of_link(kind: str, referral: Referral) -> tuple[str, str]:
    if kind == ANSWER_LINK:
        return "service", referral.service_name
    return ("person", "") if kind == CLOSING_LINK else _voice_of_asker(referral)


def _voice_of_asker(referral: Referral) -> tuple[str, str]:
    return ("person", "") if referral.referred_by == "self" else ("referrer", referral.requester_name)
