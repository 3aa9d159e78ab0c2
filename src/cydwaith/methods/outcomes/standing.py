"""The rules of a day: in work then, or still in work."""

from datetime import date, timedelta

from .evidence import Piece, Proof
from .notes import note
from .question import Question
from .rule import InWorkRule, RetentionRule
from .spells import Spell
from .verdict import Verdict
from .weeks import SEVEN, monday_of


def in_work(asked: Question, rule: InWorkRule) -> Verdict:
    """In work on the day, or on any day of the stretch; jobs held at once add up."""
    first, last = _days(asked, rule)
    held = [one for one in asked.spells if one.employment in rule.employment]
    until = min(last, asked.on)
    met_on = _first_day(held, first, until, rule.min_hours)
    if met_on is not None:
        shown = _shown(asked, held, first, until, met_on, rule.min_hours)
        return asked.verdict(met_on, 1, 1, [note("met_in_work", on=met_on)], shown=shown)
    could = last if first <= last and asked.on < last else None
    told = [
        note("not_met_in_work", on=last),
        note("could_be_met", on=could) if could else note("cannot_be_met"),
    ]
    return asked.verdict(None, 0, 1, told, could=could)


def _first_day(
    jobs: list[Spell], first: date, last: date, least: float, pieces: tuple[Piece, ...] | None = None
) -> date | None:
    """The first of these days with so many hours a week in work, or as many of them as evidence shows."""
    days = {max(first, one.start) for one in jobs} | {monday for one in jobs for monday in one.worked}
    days |= {monday + SEVEN for one in jobs for monday in one.worked}
    days |= {max(first, one.first) for one in pieces or ()}
    return next(
        (day for day in sorted(days) if first <= day <= last and _is_enough(jobs, day, least, pieces)), None
    )


def _is_enough(jobs: list[Spell], day: date, least: float, pieces: tuple[Piece, ...] | None) -> bool:
    held = [one for one in jobs if one.holds(day)]
    if pieces is not None:
        held = [one for one in held if any(piece.shows(day, one.job) for piece in pieces)]
    return bool(held) and sum(one.worked.get(monday_of(day), one.hours) for one in held) >= least


def _days(asked: Question, rule: InWorkRule) -> tuple[date, date]:
    """The first and last of the days that may count; the last before the first where there is none."""
    if rule.after_days is not None:
        first = last = asked.anchor + timedelta(days=rule.after_days)
    else:
        first, last = asked.anchor, asked.anchor + timedelta(days=rule.within_days or 0)
    return max(first, asked.first), min(last, asked.last)


def retained(asked: Question, rule: RetentionRule) -> Verdict:
    """Still in work, in the same or a new job, with the days lost to sickness."""
    day = asked.anchor + timedelta(days=rule.after_days)
    lost = _days_lost(asked, min(day, asked.on))
    held = [one for one in asked.spells if one.employment in rule.employment and one.holds(day)]
    may_count = asked.first <= day <= asked.last
    if day <= asked.on and held and may_count:
        told = [note("met_retained", on=day, lost=lost)]
        return asked.verdict(day, 1, 1, told, days_lost=lost, shown=_shown(asked, held, day, day, day))
    could = day if asked.on < day and may_count else None
    told = [
        note("not_met_in_work", on=day),
        note("could_be_met", on=could) if could else note("cannot_be_met"),
    ]
    return asked.verdict(None, 0, 1, told, could=could, days_lost=lost)


def _shown(
    asked: Question, held: list[Spell], first: date, last: date, met_on: date, least: float = 0.0
) -> Proof | None:
    """The first of these days in work that evidence covers."""
    if not asked.asks_for_days:
        return None
    on = _first_day(held, first, last, least, asked.pieces(met_on))
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
