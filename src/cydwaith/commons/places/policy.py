"""Who may change the map that everybody shares. Reading it is open to all: it is public data."""

from cydwaith.commons.guard.policies import Decision
from cydwaith.kernel.actor import Actor, Role

SENTENCE = "Only a steward of the partnership, or the software itself, changes the places."


def may_keep_places(actor: Actor, **_: object) -> Decision:
    """Stewards and the system."""
    return Decision(actor.is_system or actor.has(Role.STEWARD), SENTENCE)
