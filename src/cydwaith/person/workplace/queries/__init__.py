"""Reads at the workplace."""

from .checking import SelfCheckPage, our_check
from .contact import ContactPage, invited_us, with_us
from .due import to_remind
from .own import Home, OnePage, home, one
from .rows import AdjustmentRow, InvitationRow

__all__ = [
    "AdjustmentRow",
    "ContactPage",
    "Home",
    "InvitationRow",
    "OnePage",
    "SelfCheckPage",
    "home",
    "invited_us",
    "one",
    "our_check",
    "to_remind",
    "with_us",
]
