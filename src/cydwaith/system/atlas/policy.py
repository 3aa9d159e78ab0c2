"""Who publishes the figures of places. Reading them is open to all."""

from typing import Any

from cydwaith.commons.guard.policies import Decision
from cydwaith.kernel.actor import Actor, Role

SENTENCE = "Only a steward of the partnership, or the software itself, publishes the figures of places."


def may_publish(actor: Actor, **_: Any) -> Decision:
    """Stewards and the system."""
    return Decision(actor.is_system or actor.has(Role.STEWARD), SENTENCE)
