"""Reads of About Me and the plan; one concept a file."""

from .about import AboutView, EntryRow, about, entry, what_matters
from .facts import with_plans
from .goals import GoalLine, GoalRow, RatingRow, StepRow, goal, goals, goals_today, step
from .history import Comparison, History, VersionRow, comparison, history
from .hope import HopeVoice, hopes
from .plan import PlanView, plan
from .timeline import timeline
from .who import Reader, reader

__all__ = [
    "AboutView",
    "Comparison",
    "EntryRow",
    "GoalLine",
    "GoalRow",
    "History",
    "HopeVoice",
    "PlanView",
    "RatingRow",
    "Reader",
    "StepRow",
    "VersionRow",
    "about",
    "comparison",
    "entry",
    "goal",
    "goals",
    "goals_today",
    "history",
    "hopes",
    "plan",
    "reader",
    "step",
    "timeline",
    "what_matters",
    "with_plans",
]
