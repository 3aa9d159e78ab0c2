"""Reading the need list. It is open to everyone: every query takes an actor for language."""

from .cards import Need, NeedCard, Theme, all_needs, need
from .current import make_ready
from .keeping import Difference, Draft, Version, compare, draft, exported, try_words, versions, whole_need
from .recognising import SURE, Guess, recognise

__all__ = [
    "SURE",
    "Difference",
    "Draft",
    "Guess",
    "Need",
    "NeedCard",
    "Theme",
    "Version",
    "all_needs",
    "compare",
    "draft",
    "exported",
    "make_ready",
    "need",
    "recognise",
    "try_words",
    "versions",
    "whole_need",
]
