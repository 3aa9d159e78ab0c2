"""Reading the directory. Public data: every query takes an actor for language, few are refused."""

from .alike import faces, told_apart
from .browsing import count
from .cards import ServiceCard, service_card
from .corrections import Conflict, Step, conflict, conflicts, count_conflicts, effective, history
from .counts import Flow, GapCount, flow, gaps
from .merged import survivor
from .origins import Origins, origins
from .recognised import guesses, is_to_be_asked, on_the_list, others
from .remembered import Remembered, is_remembered, remembered
from .results import Filters, Results, Row
from .searching import search
from .urgent import Line, UrgentHelp, urgent_help

__all__ = [
    "Conflict",
    "Filters",
    "Flow",
    "GapCount",
    "Line",
    "Origins",
    "Remembered",
    "Results",
    "Row",
    "ServiceCard",
    "Step",
    "UrgentHelp",
    "conflict",
    "conflicts",
    "count",
    "count_conflicts",
    "effective",
    "faces",
    "flow",
    "gaps",
    "guesses",
    "history",
    "is_remembered",
    "is_to_be_asked",
    "on_the_list",
    "origins",
    "others",
    "remembered",
    "search",
    "service_card",
    "survivor",
    "told_apart",
    "urgent_help",
]
