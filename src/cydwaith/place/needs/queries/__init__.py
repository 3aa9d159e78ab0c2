"""Reading the need list. It is open to everyone: every query takes an actor for language."""

from .cards import Need, NeedCard, Theme, all_needs, need
from .recognising import Guess, recognise

__all__ = ["Guess", "Need", "NeedCard", "Theme", "all_needs", "need", "recognise"]
