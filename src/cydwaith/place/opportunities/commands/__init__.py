"""Changing what is offered: offering, keeping it right, checking it."""

from .checking import let_through, refuse
from .keeping import change, confirm, move
from .offering import offer
from .reminding import ask_keeper

__all__ = ["ask_keeper", "change", "confirm", "let_through", "move", "offer", "refuse"]
