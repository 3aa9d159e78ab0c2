"""Changes at the workplace."""

from .agreeing import answer, propose, remind, say
from .checking import check_done, keep_check
from .inviting import Contact, carry, hide_days, invite, say_changed, show_days, stop

__all__ = [
    "Contact",
    "answer",
    "carry",
    "check_done",
    "hide_days",
    "invite",
    "keep_check",
    "propose",
    "remind",
    "say",
    "say_changed",
    "show_days",
    "stop",
]
