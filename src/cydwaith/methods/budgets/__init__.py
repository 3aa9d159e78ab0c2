"""Shared budgets: what a vote buys under a named rule, why each project won or lost, and that it is so."""

from .election import Ballot, Election, Project
from .equal_shares import COMPLETIONS, equal_shares
from .greedy import greedy
from .notes import BudgetError
from .outcome import Decision, Outcome
from .pabulib import read_pabulib
from .phragmen import phragmen

__all__ = [
    "COMPLETIONS",
    "Ballot",
    "BudgetError",
    "Decision",
    "Election",
    "Outcome",
    "Project",
    "equal_shares",
    "greedy",
    "phragmen",
    "read_pabulib",
]
