"""Forms of the next version: single parts, lines of a list, outcome rules, wages."""

from .lines import LINES, LineForm
from .outcome_rules import RULES, RuleForm, ShapeForm
from .parts import SINGLE, FileForm, LastDayForm, NewForm, PartForm, PutInForceForm
from .wages import WageForm

__all__ = [
    "LINES",
    "RULES",
    "SINGLE",
    "FileForm",
    "LastDayForm",
    "LineForm",
    "NewForm",
    "PartForm",
    "PutInForceForm",
    "RuleForm",
    "ShapeForm",
    "WageForm",
]
