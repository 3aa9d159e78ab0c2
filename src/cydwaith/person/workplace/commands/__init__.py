"""Changes at the workplace."""

from .agreeing import answer, propose, remind, say
from .inviting import Contact, carry, hide_days, invite, say_changed, show_days, stop

__all__ = [
    "Contact",
    "answer",
    "carry",
    "hide_days",
    "invite",
    "propose",
    "remind",
    "say",
    "say_changed",
    "show_days",
    "stop",
]
