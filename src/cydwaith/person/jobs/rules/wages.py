"""Whether the minimum wages on file are as new as the weeks that were judged by them."""

from datetime import date

from cydwaith.methods.outcomes import PayFloor, Rule, SustainedRule, Verdict

from .following import add_months

A_YEAR = 12


def old_wage(rule: Rule, verdict: Verdict, floor: PayFloor) -> date | None:
    """The day of the newest minimum wage, where a week that counts began a year or more after it.

    There has been a new one every year, so that such a week may have been judged by too low a floor.
    """
    newest = floor.newest
    if newest is None or not isinstance(rule, SustainedRule) or not rule.pay_floor:
        return None
    limit = add_months(newest, A_YEAR)
    late = verdict.on >= limit and any(week.counted and week.monday >= limit for week in verdict.weeks)
    return newest if late else None
