"""Programmes as data: what a version holds, what can be wrong with it, when each thing is due."""

from .definition import PARTS, Content, Definition, read_content, read_definition
from .history import Changed, changes
from .outcomes import Evidence, OutcomeRule, outcome_rule, pay_floor
from .parts import AT_END, Cohort, Line, MeasureDue, NotPaidWith, Stage, TimeLimit, key_for
from .return_columns import columns_from, written
from .returns import FACTS, OUTCOME, About, Column, ReturnTemplate, outcome_facts, plain_template
from .running import runs_until
from .sentences import EVIDENCE, KINDS, in_words
from .targets import TARGETS, Targets, due, in_force
from .wrong import WrongProgramme

__all__ = [
    "AT_END",
    "EVIDENCE",
    "FACTS",
    "KINDS",
    "OUTCOME",
    "PARTS",
    "TARGETS",
    "About",
    "Changed",
    "Cohort",
    "Column",
    "Content",
    "Definition",
    "Evidence",
    "Line",
    "MeasureDue",
    "NotPaidWith",
    "OutcomeRule",
    "ReturnTemplate",
    "Stage",
    "Targets",
    "TimeLimit",
    "WrongProgramme",
    "changes",
    "columns_from",
    "due",
    "in_force",
    "in_words",
    "key_for",
    "outcome_facts",
    "outcome_rule",
    "pay_floor",
    "plain_template",
    "read_content",
    "read_definition",
    "runs_until",
    "written",
]
