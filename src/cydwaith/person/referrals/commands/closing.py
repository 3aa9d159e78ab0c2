"""Closing support: a reason, a message back, and the team's way out on a stated day."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from .. import letters
from ..policy import may_close_support
from ..rules import Closing, Kind, closing_move
from .record import find, make_move, write_line


@command("support_closed", permit=may_close_support)
def close_support(
    actor: Actor,
    *,
    referral_id: UUID,
    closing: Closing,
    message_back: str = "",
    they_agree_to_message: bool = False,
    team_until: date,
) -> Done[None]:
    """End the team's support. The person keeps their plan and page; the team sees until that day.

    ``message_back`` goes to whoever asked, and only when the person agreed to those words.
    """
    referral = find(actor, referral_id)
    if referral.kind != Kind.SUPPORT:
        raise Invalid(_("Only the team's own support is closed here."))
    _require_usable(message_back, they_agree_to_message, team_until)
    make_move(actor, referral, closing_move(closing), team_until=team_until)
    referral.closing = closing
    referral.save(update_fields=["closing"])
    if message_back.strip():
        write_line(actor, referral, "told-referrer", words=message_back, for_referrer=True)
    letters.tell_referrer(actor, referral)
    letters.tell_person(actor, referral, "your-word")
    return Done(
        None, person_id=referral.person_id, subject=referral.id, fields=("status", "closing"),
        event={"referral_id": referral.id, "closing": closing},
    )  # fmt: skip


def _require_usable(message_back: str, they_agree: bool, team_until: date) -> None:
    if message_back.strip() and not they_agree:
        raise Invalid(_("The person must agree to this message before it goes."), "they_agree_to_message")
    if team_until < clock.today():
        raise Invalid(_("The day must be today or later."), "team_until")
