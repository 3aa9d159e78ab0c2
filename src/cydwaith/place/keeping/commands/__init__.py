"""Changing what is kept: asking, answering, suggesting, deciding."""

from .answering import Said, answer
from .asking import ask_group, choose_rhythm, give_up, remind
from .deciding import accept, merge, refuse
from .pausing import end_pause, say_standing
from .suggesting import Suggested, suggest

__all__ = [
    "Said",
    "Suggested",
    "accept",
    "answer",
    "ask_group",
    "choose_rhythm",
    "end_pause",
    "give_up",
    "merge",
    "refuse",
    "remind",
    "say_standing",
    "suggest",
]
