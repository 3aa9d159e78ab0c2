"""Who may set up organisations and accounts."""

from typing import Any

from cydwaith.commons.guard.policies import Decision
from cydwaith.kernel.actor import Actor, Role

STEWARDS = "Stewards of the partnership look after organisations and accounts."
OWN_ACCOUNT = "People choose their own language."


def may_look_after_partnership(actor: Actor, **_: Any) -> Decision:
    """Stewards, and the operator at the machine."""
    return Decision(actor.is_system or actor.has(Role.STEWARD), STEWARDS)


def may_choose_language(actor: Actor, **_: Any) -> Decision:
    """Anyone signed in, for themselves."""
    return Decision(actor.account_id is not None, OWN_ACCOUNT)
