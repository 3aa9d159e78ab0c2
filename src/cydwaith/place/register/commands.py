"""Writing down what is done for a group, and what came of it."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import Conflict, Invalid, NotFound
from cydwaith.place.directory.models import Service

from .models import Action
from .policy import may_help
from .rules import Outcome


@command("register_action_planned", permit=may_help)
def plan_action(actor: Actor, *, service_id: UUID, what: str, who: str, until: date | None) -> Done[UUID]:
    """Say what is being done, by whom and until when. Raises Invalid, or NotFound for a service not shown."""
    if not what.strip():
        raise Invalid(_("Say what is being done."), "what")
    if not who.strip():
        raise Invalid(_("Say who does it."), "who")
    if until and until < clock.today():
        raise Invalid(_("Give a day that has not passed."), "until")
    if not Service.objects.filter(id=service_id, withdrawn_at=None, merged_into=None).exists():
        raise NotFound(_("This service is no longer listed."))
    action = Action.objects.create(
        service_id=service_id, what=what.strip(), who=who.strip(), until=until, made_by=actor.account_id
    )
    return Done(action.id, subject=action.id, fields=("what", "who", "until"))


@command("register_action_closed", permit=may_help)
def close_action(actor: Actor, *, action_id: UUID, outcome: Outcome, words: str = "") -> Done[UUID]:
    """Say what came of it. Raises NotFound, or Conflict if somebody did so before."""
    action = Action.objects.as_seen_by(actor).filter(id=action_id).first()
    if action is None:
        raise NotFound(_("This is no longer there."))
    if action.closed_at:
        raise Conflict(_("Somebody has already said what came of this."))
    action.outcome, action.words = outcome, words.strip()
    action.closed_at, action.closed_by = clock.now(), actor.account_id
    action.save(update_fields=["outcome", "words", "closed_at", "closed_by"])
    return Done(action.id, subject=action.id, fields=("outcome", "words"))
