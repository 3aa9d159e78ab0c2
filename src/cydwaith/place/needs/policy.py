"""Who may change the need list. Reading it is open to all."""

from cydwaith.commons.guard.policies import Decision
from cydwaith.kernel.actor import Actor, Role

SENTENCE = "Stewards of the partnership keep the need list; everybody may read it."


def may_keep_list(actor: Actor, **_: object) -> Decision:
    """Stewards, and the operator at the machine."""
    return Decision(actor.is_system or actor.has(Role.STEWARD), SENTENCE)
