"""Asking the person to look at their profile again, after a job or a trial."""

from uuid import UUID

from cydwaith.commons.audit.command import Done, command
from cydwaith.commons.guard.models import approved_rows
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from ..letters import tell_to_look_again
from ..models import Draft
from ..policy import may_ask_again
from ..rules.vocabulary import Because, Sheet


@command("work_asked_again", permit=may_ask_again)
def ask_again(actor: Actor, *, person_id: UUID, because: Because) -> Done[bool]:
    """Put the question on the person's work page and tell them; False where nothing is there to look at.

    Who has been asked is not asked again before they answered.
    """
    draft = approved_rows(Draft).filter(person_id=person_id, sheet=Sheet.PROFILE.value).first()
    if draft is None or draft.asked_again_on is not None:
        return Done(False, person_id=person_id)
    draft.asked_again_on, draft.asked_again_because = clock.today(), because.value
    draft.save(update_fields=["asked_again_on", "asked_again_because"])
    tell_to_look_again(actor, person_id)
    return Done(True, person_id=person_id, subject=draft.id, fields=("asked_again_on",))
