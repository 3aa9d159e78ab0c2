"""The person's last word, which alone closes the loop."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Invalid

from .. import letters, rules
from ..models import Referral
from ..policy import CLOSING_LINK, may_confirm
from ..rules import Happened, Helped
from .record import end_permission, find, standing, write_line

OWN, LINK, TOGETHER = "themselves", "by link", "together"


@command("referral_confirmed", permit=may_confirm)
def confirm(
    actor: Actor, *, referral_id: UUID, happened: Happened, helped: Helped | None, words: str = ""
) -> Done[None]:
    """Did it happen, did it help, in the person's own words. Closes the referral; said once."""
    referral = find(actor, referral_id)
    if not rules.can_confirm(standing(referral)):
        raise Invalid(_("This cannot be closed now. It may be closed already."))
    if happened is not Happened.NO and helped is None:
        raise Invalid(_("Say whether it helped."), "helped")
    _keep(actor, referral, happened, helped, words)
    end_permission(referral)
    write_line(actor, referral, "confirmed", words=words)
    letters.tell_referrer(actor, referral)
    letters.tell_coach(actor, referral)
    return Done(
        None, person_id=referral.person_id, subject=referral.id, fields=("happened", "helped", "own_words"),
        event={
            "referral_id": referral.id, "service_id": referral.service_id,
            "happened": happened, "helped": "yes" if helped in rules.DID_HELP else "no",
        },
    )  # fmt: skip


def _keep(actor: Actor, referral: Referral, happened: Happened, helped: Helped | None, words: str) -> None:
    referral.happened = happened
    referral.helped = helped or ""
    referral.own_words = words.strip()
    referral.confirmed_at = clock.now()
    referral.confirmed_how = _how(actor, referral)
    referral.save(update_fields=["happened", "helped", "own_words", "confirmed_at", "confirmed_how"])


def _how(actor: Actor, referral: Referral) -> str:
    if actor.link is not None and actor.link.kind == CLOSING_LINK:
        return LINK
    return OWN if actor.is_person(referral.person_id) else TOGETHER
