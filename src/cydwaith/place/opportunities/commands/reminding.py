"""Asking whoever offers something whether it is still right."""

from uuid import UUID

from cydwaith.commons.audit.command import Done, command
from cydwaith.kernel import clock
from cydwaith.kernel.actor import Actor

from .. import letters
from ..models import Keeper
from ..policy import may_run


@command("role_keeper_asked", permit=may_run)
def ask_keeper(actor: Actor, *, opportunity_id: UUID) -> Done[bool]:
    """Write to the keeper; False where there is nobody to write to."""
    if not letters.ask(opportunity_id):
        return Done(False, subject=opportunity_id)
    Keeper.objects.as_seen_by(actor).filter(opportunity_id=opportunity_id).update(asked_on=clock.today())
    return Done(True, subject=opportunity_id, fields=("asked_on",))
