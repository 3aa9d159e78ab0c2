"""Every way to change About Me and the plan; one concept a file."""

from .agreement import agree, write_down_yes
from .entries import save_entry
from .goals import add_goal, edit_goal, move_goal, rate_goal
from .hope import say_hope
from .review import set_review
from .steps import add_step, edit_step, move_step

__all__ = [
    "add_goal",
    "add_step",
    "agree",
    "edit_goal",
    "edit_step",
    "move_goal",
    "move_step",
    "rate_goal",
    "save_entry",
    "say_hope",
    "set_review",
    "write_down_yes",
]
