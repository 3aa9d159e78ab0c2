"""Whether a week that counts may have been judged by too old a minimum wage."""

from __future__ import annotations

from datetime import date, timedelta

from cydwaith.methods.outcomes import (
    InWorkRule,
    PayFloor,
    Person,
    Rule,
    Spell,
    SustainedRule,
    WageRate,
    judge,
)
from cydwaith.person.jobs.rules.wages import old_wage

APRIL, NEXT = date(2026, 4, 1), date(2027, 4, 1)
RULE = SustainedRule(key="r", min_hours=7, min_weeks=500, window_weeks=500)
FLOOR = PayFloor(
    (WageRate(date(2025, 4, 1), 12.21), WageRate(APRIL, 12.71), WageRate(date(2024, 4, 1), 11.44))
)


def told(on: date, rule: Rule = RULE, pay: float = 13.0, floor: PayFloor = FLOOR) -> date | None:
    person = Person(programme_start=APRIL)
    return old_wage(rule, judge(rule, [Spell(APRIL, None, 10, pay)], on, person, floor), floor)


def test_a_week_a_year_after_the_newest_wage_is_pointed_at_once_it_counts() -> None:
    monday = date(2027, 4, 5)
    assert told(monday + timedelta(days=5)) is None, "the week that April begins in is judged by its Monday"
    assert told(monday + timedelta(days=6)) == APRIL
    newer = PayFloor((*FLOOR.rates, WageRate(NEXT, 13.0)))
    assert told(monday + timedelta(days=6), floor=newer) is None


def test_only_weeks_that_count_by_a_wage_are_pointed_at() -> None:
    late = date(2028, 1, 1)
    assert told(late) == APRIL
    assert told(late, pay=12.0) is None
    assert (
        told(late, rule=SustainedRule(key="r", min_hours=7, min_weeks=9, window_weeks=9, pay_floor=False))
        is None
    )
    assert told(late, rule=InWorkRule(key="w", after_days=400)) is None
    assert told(late, floor=PayFloor(())) is None


def test_a_wage_of_a_leap_day_is_a_year_old_on_the_last_of_february() -> None:
    leap = PayFloor((WageRate(date(2028, 2, 29), 9.0),))
    on = date(2029, 3, 4)
    person = Person(programme_start=date(2028, 3, 6))
    verdict = judge(RULE, [Spell(date(2028, 3, 6), None, 10, 13.0)], on, person, leap)
    assert old_wage(RULE, verdict, leap) is None
    verdict = judge(RULE, [Spell(date(2028, 3, 6), None, 10, 13.0)], on + timedelta(days=7), person, leap)
    assert old_wage(RULE, verdict, leap) == date(2028, 2, 29)
