"""Publishing small numbers safely: protect a table, attack it, and know when not to print a figure."""

from .auditing import Audit, Finding, audit, ranges
from .cube import Cell, Cube, Dimension
from .figures import Figure, mean, money, rate
from .groups import Group, concentrated
from .notes import DisclosureError
from .policy import POLICIES, Policy, policy
from .protecting import protect, remember
from .release import Release
from .rounding import Kept
from .trials import PersonTest, person_test, repeat_test

__all__ = [
    "POLICIES",
    "Audit",
    "Cell",
    "Cube",
    "Dimension",
    "DisclosureError",
    "Figure",
    "Finding",
    "Group",
    "Kept",
    "PersonTest",
    "Policy",
    "Release",
    "audit",
    "concentrated",
    "mean",
    "money",
    "person_test",
    "policy",
    "protect",
    "ranges",
    "rate",
    "remember",
    "repeat_test",
]
