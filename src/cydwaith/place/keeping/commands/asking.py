"""Asking a group whether its entry is still right, reminding it, and leaving it in peace."""

from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound

from .. import letters, models
from ..policy import may_decide, may_run
from ..rules.assurance import Step, next_step


@command("group_asked", permit=may_decide)
def ask_group(actor: Actor, *, service_id: UUID) -> Done[UUID | None]:
    """Send the first letter of a round. None where the entry has no address that is fit to use.

    Such a round is given up at once, for a steward to ring. Raises Conflict when a letter is open.
    """
    if models.Asking.objects.filter(service=service_id, answered_at=None, given_up_at=None).exists():
        raise Conflict(_("This group has been asked already."))
    message, language = letters.ask(actor, service_id, letters.ASK)
    row = models.Asking.objects.create(
        service_id=service_id,
        letters=0 if message is None else 1,
        last_letter_on=clock.today(),
        message_id=message,
        language=language,
        given_up_at=clock.now() if message is None else None,
    )
    return Done(None if message is None else row.id, subject=service_id, fields=("asked_at",))


@command("group_reminded", permit=may_run)
def remind(actor: Actor, *, asking_id: UUID) -> Done[None]:
    """Send the next letter of a round; nothing when it is too early or the round is over."""
    row = _open(asking_id)
    if next_step(row.letters, row.last_letter_on, clock.today()) is not Step.REMIND:
        return Done(None, subject=row.service_id)
    row.message_id, row.language = letters.ask(actor, row.service_id, letters.ASK_AGAIN)
    row.letters, row.last_letter_on = row.letters + 1, clock.today()
    row.save(update_fields=["message_id", "language", "letters", "last_letter_on"])
    return Done(None, subject=row.service_id, fields=("letters",))


@command("group_unanswered", permit=may_run)
def give_up(actor: Actor, *, asking_id: UUID) -> Done[None]:
    """Write no more in this round; the steward sees it among those that did not answer."""
    row = _open(asking_id)
    row.given_up_at = clock.now()
    row.save(update_fields=["given_up_at"])
    return Done(None, subject=row.service_id, fields=("given_up_at",))


def _open(asking_id: UUID) -> models.Asking:
    rows = models.Asking.objects.select_for_update()
    row = rows.filter(id=asking_id, answered_at=None, given_up_at=None).first()
    if row is None:
        raise NotFound(_("This letter was answered already."))
    return row


def close(service_id: UUID) -> None:
    """The group has answered: no more letters, and no mark that it did not. Inside another command."""
    asked = models.Asking.objects.filter(service=service_id, answered_at=None)
    newest = asked.order_by("-asked_at").first()
    if newest:
        models.Asking.objects.filter(id=newest.id).update(answered_at=clock.now(), given_up_at=None)


@command("rhythm_chosen", permit=may_decide)
def choose_rhythm(
    actor: Actor, *, months: int, urgent_months: int, letters_a_day: int, urgent_words: str
) -> Done[None]:
    """Say how often groups are asked. Raises Invalid."""
    if urgent_months > months:
        raise Invalid(_("Urgent help is asked at least as often as the rest."), "urgent_months")
    chosen = {
        "months": months,
        "urgent_months": urgent_months,
        "letters_a_day": letters_a_day,
        "urgent_words": urgent_words,
    }
    models.Rhythm.objects.update_or_create(id=1, defaults=chosen)
    return Done(None, fields=tuple(chosen))
