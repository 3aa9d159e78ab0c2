"""The rules of a day: in work then, or still in work."""

from datetime import date, timedelta

from .notes import note
from .proof import Proof
from .question import Question
from .rule import InWorkRule, RetentionRule
from .spells import Spell
from .verdict import Verdict


def in_work(asked: Question, rule: InWorkRule) -> Verdict:
    """In work on the day, or on any day of the stretch."""
    first, last = _days(asked, rule)
    held = [one for one in asked.spells if one.employment in rule.employment and one.hours >= rule.min_hours]
    inside = [
        max(one.start, first)
        for one in held
        if one.start <= min(last, asked.on) and (one.end is None or one.end >= first)
    ]
    met_on = min(inside, default=None)
    if met_on is not None and met_on <= asked.on:
        shown = _shown(asked, held, first, min(last, asked.on), met_on)
        return asked.verdict(met_on, 1, 1, [note("met_in_work", on=met_on)], shown=shown)
    could = last if asked.on < last else None
    told = [
        note("not_met_in_work", on=last),
        note("could_be_met", on=could) if could else note("cannot_be_met"),
    ]
    return asked.verdict(None, 0, 1, told, could=could)


def _days(asked: Question, rule: InWorkRule) -> tuple[date, date]:
    if rule.after_days is not None:
        day = asked.anchor + timedelta(days=rule.after_days)
        return day, day
    return asked.anchor, asked.anchor + timedelta(days=rule.within_days or 0)


def retained(asked: Question, rule: RetentionRule) -> Verdict:
    """Still in work, in the same or a new job, with the days lost to sickness."""
    day = asked.anchor + timedelta(days=rule.after_days)
    lost = _days_lost(asked, min(day, asked.on))
    held = [one for one in asked.spells if one.employment in rule.employment and one.holds(day)]
    if day <= asked.on and held:
        told = [note("met_retained", on=day, lost=lost)]
        return asked.verdict(day, 1, 1, told, days_lost=lost, shown=_shown(asked, held, day, day, day))
    could = day if asked.on < day else None
    told = [
        note("not_met_in_work", on=day),
        note("could_be_met", on=could) if could else note("cannot_be_met"),
    ]
    return asked.verdict(None, 0, 1, told, could=could, days_lost=lost)


def _shown(asked: Question, held: list[Spell], first: date, last: date, met_on: date) -> Proof | None:
    """The first of these days in work that evidence covers."""
    if not asked.asks_for_days:
        return None
    pieces = asked.pieces(met_on)
    ways = [
        (max(first, job.start, one.first), min(last, job.end or last, one.last))
        for job in held
        for one in pieces
        if one.is_of(job.job)
    ]
    on = min((begin for begin, end in ways if begin <= end), default=None)
    return Proof(on, () if on else ((met_on, met_on),))


def _days_lost(asked: Question, until: date) -> int:
    """Days off sick from the anchor on, each once however many jobs."""
    days = {
        absence.first + timedelta(days=n)
        for one in asked.spells
        for absence in one.absences
        for n in range((absence.last - absence.first).days + 1)
    }
    return sum(asked.anchor <= day <= until for day in days)
