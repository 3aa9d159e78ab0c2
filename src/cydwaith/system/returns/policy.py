"""Who makes a return, and whose line may stand in it."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from cydwaith.commons.circle.policy import NOTHING, may_see
from cydwaith.commons.circle.rules import Scope, can_hold
from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor, Role
from cydwaith.kernel.errors import Refused
from cydwaith.person.work.policy import OwnAnswers

from .models import Agreement, SentReturn

MAKING = "The managers of the team that runs a programme make its returns."
YES = "The person says whether their line may be sent; a coach may write it down with them."


def is_manager(actor: Actor) -> bool:
    """A manager, signed in strongly enough, of some team."""
    return actor.has(Role.MANAGER) and can_hold(actor) and actor.organisation_id is not None


class OwnReturns:
    """Returns that the manager's own team sent."""

    sentence = MAKING

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        if actor.is_system:
            return Q()
        return Q(organisation_id=actor.organisation_id) if is_manager(actor) else NOTHING

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return actor.is_system or (is_manager(actor) and row.organisation_id == actor.organisation_id)


register(Agreement, OwnAnswers(Scope.WORK, YES))
register(SentReturn, OwnReturns())


def require_manager(actor: Actor) -> UUID:
    """The manager's own team. Raises Refused."""
    if not is_manager(actor) or actor.organisation_id is None:
        raise Refused(MAKING)
    return actor.organisation_id


def may_send(actor: Actor, **_: Any) -> Decision:
    """Managers; of which programmes the command asks."""
    return Decision(is_manager(actor), MAKING)


def may_agree(actor: Actor, *, person_id: UUID, **_: Any) -> Decision:
    """The person; a practitioner with them."""
    with_them = actor.is_practitioner and may_see(actor, person_id, Scope.WORK)
    return Decision(actor.is_person(person_id) or with_them, YES)
