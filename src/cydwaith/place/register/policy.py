"""Who sees how groups stand: those who can help them."""

from typing import Any

from django.db.models import Q

from cydwaith.commons.guard.policies import Decision, register
from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.kernel.errors import Refused

from .models import Action

HELPERS = (Role.STEWARD, Role.MANAGER, Role.LINK_WORKER, Role.COACH)
SENTENCE = (
    "Those who can help a group see how it stands: stewards, managers, link workers and coaches, "
    "signed in with both factors."
)


def is_helper(actor: Actor) -> bool:
    """Whether the actor is one of those who can help, or the software itself."""
    return actor.is_system or (actor.has(*HELPERS) and actor.strength >= Strength.SECOND_FACTOR)


def may_help(actor: Actor, **_: Any) -> Decision:
    """Those who can help write down what they do."""
    return Decision(is_helper(actor), SENTENCE)


def require_helper(actor: Actor) -> None:
    """Raises Refused for everybody else."""
    if not is_helper(actor):
        raise Refused(SENTENCE)


class Helpers:
    """All of it, for those who can help."""

    sentence = SENTENCE
    reads = ()

    def filter(self, actor: Actor) -> Q:
        """The face for lists."""
        return Q() if is_helper(actor) else Q(pk__in=[])

    def check(self, actor: Actor, row: Any) -> bool:
        """The face for one object."""
        return is_helper(actor)


register(Action, Helpers())
