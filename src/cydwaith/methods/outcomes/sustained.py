"""The sustained rule: so many weeks that count, within so many in a row."""

from collections.abc import Mapping
from datetime import date, timedelta

from .notes import note
from .proof import Proof, proof, reach, so_far
from .question import Question
from .rule import SustainedRule
from .verdict import Verdict
from .weeks import SEVEN, SIX, Held, Week, held_by_week, judged, monday_of, mondays, plain_hours, shown

BY_HOURS = frozenset({"counted", "too_few_hours", "too_many_hours"})


def sustained(asked: Question, rule: SustainedRule) -> Verdict:
    """Enough weeks that count within a window; met on the last day of the week that completes it."""
    last = min(asked.on, asked.last)
    held = held_by_week(rule, asked.inside, last, asked.least)
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
    could = _could(asked, rule, weeks)
    then = note("could_be_met", on=could) if could else note("cannot_be_met")
    told = [note("not_met", counted=counted, needed=rule.min_weeks), then]
    seen = _window(weeks, best, rule) if best is not None and counted else None
    weeks = _shown(asked, rule, held, weeks, None)
    proved = so_far(weeks, rule, best, last) if asked.asks_for_days else None
    return asked.verdict(
        None, counted, rule.min_weeks, told, weeks=weeks, window=seen, could=could, shown=proved
    )


def _not_over(asked: Question, weeks: tuple[Week, ...]) -> tuple[Week, ...]:
    """A week that still goes on neither counts nor fails by its hours: they may yet be more or fewer."""
    if not weeks or weeks[-1].reason.code not in BY_HOURS or asked.on >= min(weeks[-1].sunday, asked.last):
        return weeks
    now = weeks[-1]
    told = note("not_over", hours=plain_hours(now.hours))
    return (*weeks[:-1], now._replace(counted=False, reason=told))


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
        Week(one.monday, one.hours, True, one.reason, shown(rule, held[one.monday], one.monday, last, pieces))
        if one.counted
        else one
        for one in weeks
    )


def _proof(asked: Question, rule: SustainedRule, weeks: tuple[Week, ...]) -> Proof | None:
    return proof(weeks, rule, min(asked.on, asked.last)) if asked.asks_for_days else None


def _counting(asked: Question, last: date) -> list[date]:
    """Mondays from the first that may count: the week of the anchor or of the first job."""
    first = max(asked.first, min((one.start for one in asked.spells), default=asked.first))
    return list(mondays(first, last)) if asked.spells else []


def _within(flags: list[bool], end: int, rule: SustainedRule) -> int:
    """How many weeks count up to one, as far back as the window and the longest gap allow."""
    if rule.longest_gap is None:
        return sum(flags[max(0, end - rule.window_weeks + 1) : end + 1])
    return len(reach(flags, end, rule))


def _window(weeks: tuple[Week, ...], end: int, rule: SustainedRule) -> tuple[date, date]:
    first = max(0, end - rule.window_weeks + 1)
    if rule.longest_gap is not None:
        first = min(reach([week.counted for week in weeks], end, rule), default=first)
    return weeks[first].monday, weeks[end].monday


def _first_window(flags: list[bool], rule: SustainedRule) -> int | None:
    """The index of the week that completes the rule first."""
    return next((n for n in range(len(flags)) if flags[n] and _holds(flags, n, rule)), None)


def _holds(flags: list[bool], end: int, rule: SustainedRule) -> bool:
    return _within(flags, end, rule) >= rule.min_weeks


def _could(asked: Question, rule: SustainedRule, weeks: tuple[Week, ...]) -> date | None:
    """The earliest day on which it would be met if every week that is not over counted."""
    monday = monday_of(max(asked.on + timedelta(days=1), asked.first))
    flags = [week.counted for week in weeks if week.monday < monday]
    while monday <= asked.last:
        flags.append(True)
        if _holds(flags, len(flags) - 1, rule):
            return min(monday + SIX, asked.last)
        monday += SEVEN
    return None
