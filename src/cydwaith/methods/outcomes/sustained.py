"""The sustained rule: so many weeks that count, within so many in a row."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from .notes import note
from .proof import Proof, proof, reach, so_far
from .question import Question
from .rule import SustainedRule
from .spells import Spell
from .verdict import Verdict
from .weeks import SEVEN, Held, Week, held_by_week, judged, monday_of, mondays, shown

FAR = 2 * 52


def sustained(asked: Question, rule: SustainedRule) -> Verdict:
    """Enough weeks that count within a window; met on the last day of the week that completes it."""
    last = min(asked.on, asked.last)
    held = held_by_week(rule, _inside(asked, rule), last, asked.least)
    weeks = tuple(judged(rule, held.get(monday), monday, last) for monday in _counting(asked, last))
    weeks = _not_over(asked, weeks)
    flags = [week.counted for week in weeks]
    end = _first_window(flags, rule)
    if end is not None:
        met_on = min(weeks[end].sunday, last)
        counted = _within(flags, end, rule)
        said = note("met", on=met_on, counted=counted, window=rule.window_weeks)
        weeks = _shown(asked, rule, held, weeks, met_on)
        window, proved = _window(weeks, end, rule), _proof(asked, rule, weeks)
        return asked.verdict(
            met_on, counted, rule.min_weeks, [said], weeks=weeks, window=window, shown=proved
        )
    best = max(range(len(weeks)), key=lambda n: _within(flags, n, rule), default=None)
    counted = 0 if best is None else _within(flags, best, rule)
    could = _could(asked, rule, flags, weeks)
    then = note("could_be_met", on=could) if could else note("cannot_be_met")
    told = [note("not_met", counted=counted, needed=rule.min_weeks), then]
    seen = _window(weeks, best, rule) if best is not None and counted else None
    weeks = _shown(asked, rule, held, weeks, None)
    proved = so_far(weeks, rule, best, last) if asked.asks_for_days else None
    return asked.verdict(
        None, counted, rule.min_weeks, told, weeks=weeks, window=seen, could=could, shown=proved
    )


def _not_over(asked: Question, weeks: tuple[Week, ...]) -> tuple[Week, ...]:
    """Of a week that still goes on nobody says that its hours were too few."""
    if not weeks or weeks[-1].reason.code != "too_few_hours" or asked.on >= min(weeks[-1].sunday, asked.last):
        return weeks
    now = weeks[-1]
    return (*weeks[:-1], replace(now, reason=note("not_over", hours=f"{now.hours:g}")))


def _shown(
    asked: Question,
    rule: SustainedRule,
    held: Mapping[date, Held],
    weeks: tuple[Week, ...],
    met_on: date | None,
) -> tuple[Week, ...]:
    """The weeks that count with the hours that evidence shows of them."""
    if not asked.asks_for_days:
        return weeks
    last, pieces = min(asked.on, asked.last), asked.pieces(met_on)
    return tuple(
        replace(week, shown=shown(rule, held[week.monday], week.monday, last, pieces))
        if week.counted
        else week
        for week in weeks
    )


def _proof(asked: Question, rule: SustainedRule, weeks: tuple[Week, ...]) -> Proof | None:
    return proof(weeks, rule, min(asked.on, asked.last)) if asked.asks_for_days else None


def _counting(asked: Question, last: date) -> list[date]:
    """Mondays from the first that may count: the week of the anchor or of the first job."""
    first = max(asked.anchor, min((one.start for one in asked.spells), default=asked.anchor))
    return list(mondays(first, last)) if asked.spells else []


def _inside(asked: Question, rule: SustainedRule) -> tuple[Spell, ...]:
    """The jobs without the days before the clock starts or before the programme."""
    start = asked.anchor
    if rule.must_be_on_programme and asked.person.programme_start:
        start = max(start, asked.person.programme_start)
    return tuple(_from(spell, start) for spell in asked.spells if spell.end is None or spell.end >= start)


def _from(spell: Spell, start: date) -> Spell:
    if spell.start >= start:
        return spell
    return replace(spell, start=start)


def _within(flags: list[bool], end: int, rule: SustainedRule) -> int:
    return sum(flags[max(0, end - rule.window_weeks + 1) : end + 1])


def _window(weeks: tuple[Week, ...], end: int, rule: SustainedRule) -> tuple[date, date]:
    return weeks[max(0, end - rule.window_weeks + 1)].monday, weeks[end].monday


def _first_window(flags: list[bool], rule: SustainedRule) -> int | None:
    """The index of the week that completes the rule first."""
    return next((n for n in range(len(flags)) if flags[n] and _holds(flags, n, rule)), None)


def _holds(flags: list[bool], end: int, rule: SustainedRule) -> bool:
    if rule.longest_gap is None:
        return sum(flags[max(0, end - rule.window_weeks + 1) : end + 1]) >= rule.min_weeks
    return len(reach(flags, end, rule)) >= rule.min_weeks


def _could(asked: Question, rule: SustainedRule, flags: list[bool], weeks: tuple[Week, ...]) -> date | None:
    """The earliest day on which it would be met if every week from now on counted."""
    now = max(monday_of(asked.on), monday_of(asked.anchor))
    begun = bool(weeks) and weeks[-1].monday == now
    past = flags[:-1] if begun and not flags[-1] else list(flags)
    monday = now if (begun and not flags[-1]) or not begun else now + SEVEN
    for _ in range(FAR):
        past.append(True)
        end = monday + timedelta(days=6)
        if end > asked.last:
            return None
        if _holds(past, len(past) - 1, rule):
            return end
        monday += SEVEN
    return None
