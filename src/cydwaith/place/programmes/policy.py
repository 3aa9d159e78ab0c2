"""Who may change programmes."""

from typing import Any

from cydwaith.commons.guard.policies import Decision
from cydwaith.kernel.actor import Actor, Role

SENTENCE = "The partnership's steward loads the programmes."


def may_load(actor: Actor, **_: Any) -> Decision:
    """A steward, or the operator at the command line."""
    return Decision(actor.is_system or actor.has(Role.STEWARD), SENTENCE)
