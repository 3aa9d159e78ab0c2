"""What people said, with of how many, by which rule, and who did not answer."""

from .notes import SurveyError
from .percent import Percentage, percentage
from .stages import Stage, Stages, stages
from .tabulate import RULES, DenominatorRule, NonAnswer, OptionRow, Tabulated, tabulate

__all__ = [
    "RULES",
    "DenominatorRule",
    "NonAnswer",
    "OptionRow",
    "Percentage",
    "Stage",
    "Stages",
    "SurveyError",
    "Tabulated",
    "percentage",
    "stages",
    "tabulate",
]
