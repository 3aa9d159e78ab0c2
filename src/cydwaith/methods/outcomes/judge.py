"""One person's verdict under one rule, explained."""

from collections.abc import Iterable
from datetime import date

from .earnings import earnings
from .question import Question
from .rule import SHAPES, EarningsRule, InWorkRule, RetentionRule, Rule, SustainedRule, refused
from .rule import checked as checked_rule
from .spells import Spell
from .spells import checked as checked_spells
from .standing import in_work, retained
from .sustained import sustained
from .verdict import Person, Verdict
from .wages import PayFloor

NO_FLOOR = PayFloor(())


def judge(
    rule: Rule, spells: Iterable[Spell], on: date, person: Person | None = None, floor: PayFloor = NO_FLOOR
) -> Verdict:
    """The verdict as it stands at the end of the day ``on``.

    Raises ``OutcomeError``: ``ends_before_start``, ``impossible_hours``, ``impossible_pay``,
    ``no_anchor``, ``too_far``, ``needs_birth_date``, ``wrong_rule``. Source of the shapes: IPSPC, Local
    Supported Employment, Work and Health Programme, Fair Start Scotland, Out of Work Service, IPS Grow.
    """
    known = person or Person()
    asked = Question(checked_rule(rule), checked_spells(spells), on, known, floor)
    if isinstance(rule, SustainedRule):
        return sustained(asked, rule)
    if isinstance(rule, EarningsRule):
        return earnings(asked, rule)
    if isinstance(rule, InWorkRule):
        return in_work(asked, rule)
    if isinstance(rule, RetentionRule):
        return retained(asked, rule)
    raise refused("shape", type(rule).__name__, "known", known=", ".join(SHAPES))
