"""Programmes as data: what a version holds, what can be wrong with it, when each thing is due."""

from .definition import PARTS, Content, Definition, read_content, read_definition
from .history import Changed, changes
from .outcomes import Evidence, OutcomeRule, outcome_rule, pay_floor
from .parts import AT_END, Cohort, Line, MeasureDue, NotPaidWith, Stage, TimeLimit
from .sentences import EVIDENCE, KINDS, in_words
from .targets import TARGETS, Targets, due, in_force
from .wrong import WrongProgramme

__all__ = [
    "AT_END",
    "EVIDENCE",
    "KINDS",
    "PARTS",
    "TARGETS",
    "Changed",
    "Cohort",
    "Content",
    "Definition",
    "Evidence",
    "Line",
    "MeasureDue",
    "NotPaidWith",
    "OutcomeRule",
    "Stage",
    "Targets",
    "TimeLimit",
    "WrongProgramme",
    "changes",
    "due",
    "in_force",
    "in_words",
    "outcome_rule",
    "pay_floor",
    "read_content",
    "read_definition",
]
