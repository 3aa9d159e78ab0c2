"""The earnings rule: pounds over time, and when the sum was reached."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from .evidence import Cover, Piece, Proof
from .notes import Note, note, wrong
from .question import Question
from .rule import EarningsRule, refused
from .spells import Employment, Spell
from .verdict import Verdict
from .wages import age_on
from .weeks import SIX, hours_of, monday_of, mondays, shown_of

FAR = timedelta(weeks=3 * 52)


@dataclass(frozen=True, slots=True)
class Earned:
    """Pounds in all, and the Sunday (or last day) by which the sum was reached."""

    total: float
    reached: date | None


def earned_by(
    spells: Iterable[Spell],
    first: date,
    last: date,
    employment: frozenset[Employment],
    needed: float,
    shown_by: tuple[Piece, ...] | None = None,
) -> Earned:
    """What these jobs paid from one day to another, by weeks; a job without pay on record adds nothing.

    With ``shown_by`` only the days that this evidence covers are paid.
    """
    paid = [one for one in spells if one.pay is not None and one.employment in employment]
    total, reached = 0.0, None
    for monday in mondays(first, last) if paid and first <= last else ():
        total += sum(_week(one, monday, first, last, shown_by) for one in paid)
        if reached is None and total >= needed - 0.005:
            reached = min(monday + timedelta(days=6), last)
    return Earned(total, reached)


def _week(
    spell: Spell, monday: date, first: date, last: date, shown_by: tuple[Piece, ...] | None = None
) -> float:
    inside = spell if spell.start >= first else replace(spell, start=first)
    if not inside.days_in(monday, last):
        return 0.0
    if shown_by is None:
        return hours_of(inside, monday, last, True) * (spell.pay or 0.0)
    return shown_of(inside, monday, last, True, shown_by) * (spell.pay or 0.0)


def earnings(asked: Question, rule: EarningsRule) -> Verdict:
    """Enough pounds within the time allowed, or long enough in self-employment."""
    needed = _pounds(asked, rule)
    found = earned_by(asked.inside, asked.first, min(asked.on, asked.last), rule.employment, needed)
    own = _self_employed(asked, rule)
    met_on = min((day for day in (_settled(asked, found.reached), own) if day), default=None)
    figures = {"earned": f"{found.total:,.2f}", "needed": f"{needed:,.2f}"}
    told = [note("met_earnings", on=met_on, **figures) if met_on else note("not_met_earnings", **figures)]
    still = met_on is None and asked.on < asked.last
    could = _could(asked, rule, needed) if still else None
    if met_on is None:
        told.append(_hope(could, asked.last) if still else note("cannot_be_met"))
    shown = _proof(asked, rule, met_on, needed) if met_on and asked.asks_for_days else None
    return asked.verdict(
        met_on, round(found.total, 2), round(needed, 2), told, could=could, still=still, shown=shown
    )


def _settled(asked: Question, reached: date | None) -> date | None:
    """The day on which a sum was reached, once its week is over: until then that day would move."""
    goes_on = reached is not None and asked.on < min(monday_of(reached) + SIX, asked.last)
    return None if goes_on else reached


def _could(asked: Question, rule: EarningsRule, needed: float) -> date | None:
    """The day on which it would be met if the jobs held now went on as they are; None where it would not."""
    until = min(asked.last, asked.on + FAR)
    sums = earned_by(asked.inside, asked.first, until, rule.employment, needed).reached
    own = _self_employed(asked, rule, until=until)
    return min((day for day in (sums, own) if day), default=None)


def _hope(could: date | None, last: date) -> Note:
    """By when it could be met at this pay; else how long there is time."""
    if could:
        return note("could_be_met_earnings", on=could)
    return note("could_be_met_until", on=last) if last < date.max else note("could_be_met_yet")


def _proof(asked: Question, rule: EarningsRule, met_on: date, needed: float) -> Proof:
    """The day by which what evidence shows is enough; else the weeks of work that it must still cover."""
    pieces, last = asked.pieces(met_on), min(asked.on, asked.last)
    weeks = _weeks(asked, rule, met_on)
    bare = [days for days in weeks if not _all_shown(asked, rule, days, pieces)]
    if rule.evidence_covers is Cover.ENDS:
        ends = [days for days in bare if days in (weeks[0], weeks[-1])]
        return Proof(None if ends else met_on, tuple(ends))
    sums = earned_by(asked.inside, asked.first, last, rule.employment, needed, pieces).reached
    days = (_settled(asked, sums), _self_employed(asked, rule, pieces))
    found = min((day for day in days if day), default=None)
    return Proof(found, () if found else tuple(bare))


def _weeks(asked: Question, rule: EarningsRule, until: date) -> list[tuple[date, date]]:
    """The weeks with work that the rule looks at, by their first and last day."""
    found = ((monday, min(monday + timedelta(days=6), until)) for monday in mondays(asked.first, until))
    return [
        days for days in found if any(_looked_at(one, rule) and one.days_in(*days) for one in asked.inside)
    ]


def _looked_at(spell: Spell, rule: EarningsRule) -> bool:
    own = rule.self_employed_weeks is not None and spell.employment is Employment.SELF_EMPLOYED
    return own or (spell.pay is not None and spell.employment in rule.employment)


def _all_shown(
    asked: Question, rule: EarningsRule, days: tuple[date, date], pieces: tuple[Piece, ...]
) -> bool:
    first, last = max(days[0], asked.first), days[1]
    jobs = [one for one in asked.inside if _looked_at(one, rule)]
    return all(
        any(piece.shows(day, job.job) for piece in pieces)
        for day in (first + timedelta(days=n) for n in range((last - first).days + 1))
        for job in jobs
        if job.holds(day)
    )


def _pounds(asked: Question, rule: EarningsRule) -> float:
    if rule.pounds is not None:
        return rule.pounds
    age = age_on(asked.person.born, asked.anchor) if asked.person.born else 0
    if asked.floor.by_age and asked.person.born is None:
        raise wrong("needs_birth_date", "born")
    least = asked.floor.on(asked.anchor, age, Employment.EMPLOYEE)
    if least is None:
        raise refused("hours", rule.hours, "floor")
    return float(rule.hours or 0) * float(rule.weeks or 0) * least


def _self_employed(
    asked: Question,
    rule: EarningsRule,
    shown_by: tuple[Piece, ...] | None = None,
    until: date | None = None,
) -> date | None:
    """The day on which self-employment has lasted long enough, by all its days or by those shown."""
    if rule.self_employed_weeks is None:
        return None
    length = timedelta(weeks=rule.self_employed_weeks, days=-1)
    last = until or min(asked.on, asked.last)
    own = [one for one in asked.inside if one.employment is Employment.SELF_EMPLOYED]
    if shown_by is not None:
        own = [part for one in own for part in _shown_parts(one, shown_by)]
    ends = ((first + length, ended) for first, ended in _stretches(own, asked.first))
    return min((end for end, ended in ends if end <= ended and end <= last), default=None)


def _shown_parts(spell: Spell, pieces: tuple[Piece, ...]) -> Iterable[Spell]:
    """The parts of a job that evidence covers."""
    for one in pieces:
        first, last = max(spell.start, one.first), min(spell.end or date.max, one.last)
        if one.is_of(spell.job) and first <= last:
            yield replace(spell, start=first, end=last)


def _stretches(spells: Iterable[Spell], anchor: date) -> list[tuple[date, date]]:
    """First and last days in self-employment; one that goes on with other hours or pay is one stretch."""
    found: list[tuple[date, date]] = []
    for one in sorted(spells, key=lambda one: one.start):
        first, until = max(one.start, anchor), one.end or date.max
        if found and first <= found[-1][1] + timedelta(days=found[-1][1] != date.max):
            found[-1] = found[-1][0], max(found[-1][1], until)
        else:
            found.append((first, until))
    return found
