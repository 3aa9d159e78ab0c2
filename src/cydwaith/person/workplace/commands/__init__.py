"""Changes at the workplace."""

from .agreeing import answer, propose, remind, say
from .checking import check_done, keep_check
from .inviting import Contact, carry, hide_days, invite, say_changed, show_days, stop
from .pulsing import answer_pulse, open_pulse, tell_pulse

__all__ = [
    "Contact",
    "answer",
    "answer_pulse",
    "carry",
    "check_done",
    "hide_days",
    "invite",
    "keep_check",
    "open_pulse",
    "propose",
    "remind",
    "say",
    "say_changed",
    "show_days",
    "stop",
    "tell_pulse",
]
