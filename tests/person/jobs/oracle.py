"""Verdicts written slowly: every day of every job looked at by itself, every window tried."""

from datetime import date, timedelta

from cydwaith.methods.outcomes import Employment, SustainedRule
from cydwaith.person.jobs.rules.held import Held, Kind

COUNTS = {
    Kind.EMPLOYEE: Employment.EMPLOYEE,
    Kind.ZERO_HOURS: Employment.ZERO_HOURS,
    Kind.SELF_EMPLOYED: Employment.SELF_EMPLOYED,
    Kind.APPRENTICESHIP: Employment.APPRENTICESHIP,
}


def terms_on(job: Held, day: date) -> tuple[float, float | None]:
    hours, pay = job.terms[0].hours, job.terms[0].pay
    for one in job.terms:
        if one.since <= day:
            hours, pay = one.hours, one.pay
    return hours, pay


def enough(job: Held, day: date, floor: float) -> bool:
    pay = terms_on(job, day)[1]
    return job.kind is Kind.SELF_EMPLOYED or (pay is not None and pay >= floor)


def week_hours(job: Held, monday: date, first: date, last: date, rule: SustainedRule, floor: float) -> float:
    """Hours of one job that count in a week."""
    if COUNTS.get(job.kind) not in rule.employment:
        return 0.0
    days = [monday + timedelta(days=n) for n in range(7)]
    held = [day for day in days if first <= day <= last and job.is_held(day)]
    if not held:
        return 0.0
    if monday in job.worked:
        whole = [day for day in days if job.is_held(day)]
        share = len([day for day in whole if day >= first]) / len(whole)
        return job.worked[monday] * share if enough(job, held[-1], floor) else 0.0
    return sum(terms_on(job, day)[0] / 7 for day in held if enough(job, day, floor))


def met_on(rule: SustainedRule, jobs: list[Held], anchor: date, on: date, floor: float) -> date | None:
    counted: dict[date, bool] = {}
    monday = anchor - timedelta(days=anchor.weekday())
    while monday + timedelta(days=6) <= on:
        hours = round(sum(week_hours(job, monday, anchor, on, rule, floor) for job in jobs), 6)
        counted[monday] = hours >= rule.min_hours and hours > 0
        window = [monday - timedelta(weeks=n) for n in range(rule.window_weeks)]
        if counted[monday] and sum(counted.get(one, False) for one in window) >= rule.min_weeks:
            return min(monday + timedelta(days=6), on)
        monday += timedelta(weeks=1)
    return None
