"""Whether the minimum wages on file are as new as the weeks that were judged by them."""

from datetime import date

from cydwaith.methods.outcomes import PayFloor, Rule, SustainedRule, Verdict

from .following import add_months

A_YEAR = 12


def old_wage(rule: Rule, verdict: Verdict, floor: PayFloor) -> date | None:
    """The day of the newest minimum wage, where a week that counts began a year or more after it.

    There has been a new one every year, so that such a week may have been judged by too low a floor.
    """
    if not (isinstance(rule, SustainedRule) and rule.pay_floor and floor.rates and verdict.weeks):
        return None
    newest = max(rate.valid_from for rate in floor.rates)
    limit = add_months(newest, A_YEAR)
    if verdict.weeks[-1].monday < limit:
        return None
    return newest if any(week.counted and week.monday >= limit for week in verdict.weeks) else None
