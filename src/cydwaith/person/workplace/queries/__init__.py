"""Reads at the workplace."""

from .checking import SelfCheckPage, our_check
from .contact import ContactPage, invited_us, with_us
from .due import to_remind
from .own import Home, OnePage, home, one
from .pulsing import PulseRow, introductions, pulses, question_keys, taking
from .rows import AdjustmentRow, InvitationRow
from .timeline import timeline

__all__ = [
    "AdjustmentRow",
    "ContactPage",
    "Home",
    "InvitationRow",
    "OnePage",
    "PulseRow",
    "SelfCheckPage",
    "home",
    "introductions",
    "invited_us",
    "one",
    "our_check",
    "pulses",
    "question_keys",
    "taking",
    "timeline",
    "to_remind",
    "with_us",
]
