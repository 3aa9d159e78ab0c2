"""Moving a referral along: the service's answers, and taking a request back."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from .. import letters
from ..models import Referral
from ..policy import may_answer, may_take_back
from ..rules import FINISHED, Kind, Move, Side, Status
from .record import find, make_move


@command("referral_answered", permit=may_answer)
def answer(actor: Actor, *, referral_id: UUID, to: Status, reason: str = "", words: str = "") -> Done[Status]:
    """What the responder says: yes, no, started, on hold, did not happen, finished, with a line."""
    referral = find(actor, referral_id)
    if referral.kind == Kind.SUPPORT and to not in (Status.IN_PROGRESS, Status.ON_HOLD):
        raise Invalid(_("The team answers and closes its own support on pages of their own."))
    make_move(actor, referral, Move(to, Side.RESPONDER, reason, words))
    _tell(actor, referral, to)
    return Done(
        to, person_id=referral.person_id, subject=referral.id, fields=("status", "reason", "words"),
        event={"referral_id": referral.id, "service_id": referral.service_id, "status": to},
    )  # fmt: skip


def _tell(actor: Actor, referral: Referral, to: Status) -> None:
    letters.tell_person(actor, referral, "your-word" if to in FINISHED else "service-answered")
    letters.tell_referrer(actor, referral)
    letters.tell_coach(actor, referral)


@command("referral_taken_back", permit=may_take_back)
def take_back(
    actor: Actor, *, referral_id: UUID, reason: str, words: str = "", mistake: bool = False
) -> Done[None]:
    """Whoever asked changes their mind, or made it by mistake; what was shared closes at once."""
    referral = find(actor, referral_id)
    to = Status.ENTERED_IN_ERROR if mistake else Status.CANCELLED
    make_move(actor, referral, Move(to, Side.REQUESTER, reason, words))
    if not actor.is_person(referral.person_id):
        letters.tell_person(actor, referral, "request-news")
    return Done(None, person_id=referral.person_id, subject=referral.id, fields=("status", "reason"))
