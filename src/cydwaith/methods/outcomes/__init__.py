"""Job outcomes: does this work count under that rule, week by week, and when could it still?"""

from .evidence import Cover, Piece
from .judge import judge
from .many import judge_many, judge_stream
from .notes import OutcomeError
from .rates import CohortRate, cohort_rate
from .reading import floor_from, person_from, spells_from
from .rule import (
    AnchorPoint,
    EarningsRule,
    InWorkRule,
    RetentionRule,
    Rule,
    SustainedRule,
    as_date,
    rule_from,
)
from .spells import Absence, Employment, Spell
from .verdict import Person, Verdict
from .wages import PayFloor, WageRate
from .weeks import Week, plain_hours, plain_pounds

__all__ = [
    "Absence",
    "AnchorPoint",
    "CohortRate",
    "Cover",
    "EarningsRule",
    "Employment",
    "InWorkRule",
    "OutcomeError",
    "PayFloor",
    "Person",
    "Piece",
    "RetentionRule",
    "Rule",
    "Spell",
    "SustainedRule",
    "Verdict",
    "WageRate",
    "Week",
    "as_date",
    "cohort_rate",
    "floor_from",
    "judge",
    "judge_many",
    "judge_stream",
    "person_from",
    "plain_hours",
    "plain_pounds",
    "rule_from",
    "spells_from",
]
