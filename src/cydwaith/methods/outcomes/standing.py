"""The rules of a day: in work then, or still in work."""

from datetime import date, timedelta

from .notes import note
from .question import Question
from .rule import InWorkRule, RetentionRule
from .verdict import Verdict


def in_work(asked: Question, rule: InWorkRule) -> Verdict:
    """In work on the day, or on any day of the stretch."""
    first, last = _days(asked, rule)
    inside = [
        max(one.start, first)
        for one in asked.spells
        if one.employment in rule.employment and one.hours >= rule.min_hours
        if one.start <= min(last, asked.on) and (one.end is None or one.end >= first)
    ]
    met_on = min(inside, default=None)
    if met_on is not None and met_on <= asked.on:
        return asked.verdict(met_on, 1, 1, [note("met_in_work", on=met_on)])
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
    held = any(one.holds(day) and one.employment in rule.employment for one in asked.spells)
    if day <= asked.on and held:
        return asked.verdict(day, 1, 1, [note("met_retained", on=day, lost=lost)], days_lost=lost)
    could = day if asked.on < day else None
    told = [
        note("not_met_in_work", on=day),
        note("could_be_met", on=could) if could else note("cannot_be_met"),
    ]
    return asked.verdict(None, 0, 1, told, could=could, days_lost=lost)


def _days_lost(asked: Question, until: date) -> int:
    """Days off sick from the anchor on, each once however many jobs."""
    days = {
        absence.first + timedelta(days=n)
        for one in asked.spells
        for absence in one.absences
        for n in range((absence.last - absence.first).days + 1)
    }
    return sum(asked.anchor <= day <= until for day in days)
