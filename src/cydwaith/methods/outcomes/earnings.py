"""The earnings rule: pounds over time, and when the sum was reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .notes import note, wrong
from .question import Question
from .rule import EarningsRule
from .spells import Employment, Spell
from .verdict import Verdict
from .wages import age_on
from .weeks import mondays


@dataclass(frozen=True, slots=True)
class Earned:
    """Pounds in all, and the Sunday (or last day) by which the sum was reached."""

    total: float
    reached: date | None


def earned_by(
    spells: Iterable[Spell], first: date, last: date, employment: frozenset[Employment], needed: float
) -> Earned:
    """What these jobs paid from one day to another, by weeks; a job without pay on record adds nothing."""
    paid = [one for one in spells if one.pay is not None and one.employment in employment]
    total, reached = 0.0, None
    for monday in mondays(first, last) if paid and first <= last else ():
        total += sum(_week(one, monday, first, last) for one in paid)
        if reached is None and total >= needed - 0.005:
            reached = min(monday + timedelta(days=6), last)
    return Earned(total, reached)


def _week(spell: Spell, monday: date, first: date, last: date) -> float:
    inside = Spell(max(spell.start, first), spell.end, spell.hours, spell.pay, spell.employment, spell.worked)
    days = inside.days_in(monday, last)
    if not days:
        return 0.0
    whole = inside.worked[monday] if monday in inside.worked else inside.hours * days / 7
    return float(whole) * (spell.pay or 0.0)


def earnings(asked: Question, rule: EarningsRule) -> Verdict:
    """Enough pounds within the time allowed, or long enough in self-employment."""
    needed = _pounds(asked, rule)
    found = earned_by(asked.spells, asked.anchor, min(asked.on, asked.last), rule.employment, needed)
    own = _self_employed(asked, rule)
    met_on = min((day for day in (found.reached, own) if day), default=None)
    figures = {"earned": f"{found.total:,.2f}", "needed": f"{needed:,.2f}"}
    told = [note("met_earnings", on=met_on, **figures) if met_on else note("not_met_earnings", **figures)]
    if met_on is None and asked.on > asked.last:
        told.append(note("cannot_be_met"))
    return asked.verdict(met_on, round(found.total, 2), round(needed, 2), told)


def _pounds(asked: Question, rule: EarningsRule) -> float:
    if rule.pounds is not None:
        return rule.pounds
    age = age_on(asked.person.born, asked.anchor) if asked.person.born else 0
    if asked.floor.by_age and asked.person.born is None:
        raise wrong("needs_birth_date", "born")
    least = asked.floor.on(asked.anchor, age, Employment.EMPLOYEE)
    if least is None:
        raise wrong("wrong_rule", "hours", value=rule.hours, hint=str(note("no_floor_on_file").words.en))
    return float(rule.hours or 0) * float(rule.weeks or 0) * least


def _self_employed(asked: Question, rule: EarningsRule) -> date | None:
    """The day on which self-employment has lasted long enough."""
    if rule.self_employed_weeks is None:
        return None
    length = timedelta(weeks=rule.self_employed_weeks, days=-1)
    last = min(asked.on, asked.last)
    ends = ((first + length, until) for first, until in _stretches(asked.spells, asked.anchor))
    return min((end for end, until in ends if end <= until and end <= last), default=None)


def _stretches(spells: Iterable[Spell], anchor: date) -> list[tuple[date, date]]:
    """First and last days in self-employment; one that goes on with other hours or pay is one stretch."""
    found: list[tuple[date, date]] = []
    own = (one for one in spells if one.employment is Employment.SELF_EMPLOYED)
    for one in sorted(own, key=lambda one: one.start):
        first, until = max(one.start, anchor), one.end or date.max
        if found and first <= found[-1][1] + timedelta(days=found[-1][1] != date.max):
            found[-1] = found[-1][0], max(found[-1][1], until)
        else:
            found.append((first, until))
    return found
