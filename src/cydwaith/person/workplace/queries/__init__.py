"""Reads at the workplace."""

from .checking import SelfCheckPage, our_check
from .contact import ContactPage, invited_us, with_us
from .due import to_remind
from .own import Home, OnePage, home, one
from .pulsing import (
    PulsePage,
    PulseRow,
    introductions,
    pulses,
    question_keys,
    round_of,
    sheet,
    taking,
    to_tell,
)
from .rows import AdjustmentRow, InvitationRow
from .timeline import timeline

__all__ = [
    "AdjustmentRow",
    "ContactPage",
    "Home",
    "InvitationRow",
    "OnePage",
    "PulsePage",
    "PulseRow",
    "SelfCheckPage",
    "home",
    "introductions",
    "invited_us",
    "one",
    "our_check",
    "pulses",
    "question_keys",
    "round_of",
    "sheet",
    "taking",
    "timeline",
    "to_remind",
    "to_tell",
    "with_us",
]
