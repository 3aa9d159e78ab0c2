"""The shape of what groups, residents and stewards write."""

from .answer import StillRightForm
from .steward import ReasonForm, RhythmForm
from .suggestion import TellForm, WrongForm

__all__ = ["ReasonForm", "RhythmForm", "StillRightForm", "TellForm", "WrongForm"]
