"""Reading the register: which groups are at risk, one group with its history. For those who can help."""

from .actions import ActionRow, action
from .asset import Asset, Month, asset, beside
from .hoods import hoods
from .lines import Line, Why
from .listing import PAGE, Page, Wanted, every_line, register

__all__ = [
    "PAGE",
    "ActionRow",
    "Asset",
    "Line",
    "Month",
    "Page",
    "Wanted",
    "Why",
    "action",
    "asset",
    "beside",
    "every_line",
    "hoods",
    "register",
]
