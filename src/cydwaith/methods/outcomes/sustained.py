"""The sustained rule: so many weeks that count, within so many in a row."""

from datetime import date, timedelta

from .notes import note
from .parts import shown_hours
from .proof import proof, so_far
from .question import Question
from .rule import SustainedRule
from .tally import Weeks, tally
from .verdict import Verdict
from .weeks import SEVEN, SIX, monday_of
from .windows import Windows, completed_by


def sustained(asked: Question, rule: SustainedRule) -> Verdict:
    """Enough weeks that count within a window; met on the last day of the week that completes it."""
    weeks = tally(asked, rule)
    windows = Windows(weeks.numbers, rule)
    return (_met if windows.completing else _not_met)(asked, rule, weeks, windows)


def _met(asked: Question, rule: SustainedRule, weeks: Weeks, windows: Windows) -> Verdict:
    complete = windows.completing[0]
    counted = windows.many(complete)
    met_on = min(weeks.calendar.mondays[windows.numbers[complete]] + SIX, weeks.calendar.last)
    said = note("met", on=met_on, counted=counted, window=rule.window_weeks)
    _show(asked, weeks, met_on)
    proved = proof(weeks, windows) if asked.asks_for_days else None
    window = _days(weeks, windows, complete)
    return asked.verdict(met_on, counted, rule.min_weeks, [said], weeks=weeks, window=window, shown=proved)


def _not_met(asked: Question, rule: SustainedRule, weeks: Weeks, windows: Windows) -> Verdict:
    best = windows.best
    counted = 0 if best is None else windows.many(best)
    could = _could(asked, rule, weeks)
    then = note("could_be_met", on=could) if could else note("cannot_be_met")
    told = [note("not_met", counted=counted, needed=rule.min_weeks), then]
    _show(asked, weeks, None)
    proved = so_far(weeks, windows) if asked.asks_for_days else None
    window = None if best is None else _days(weeks, windows, best)
    return asked.verdict(
        None, counted, rule.min_weeks, told, weeks=weeks, window=window, could=could, shown=proved
    )


def _show(asked: Question, weeks: Weeks, met_on: date | None) -> None:
    """Add the hours that evidence shows, where it matters which days it is about."""
    if asked.asks_for_days:
        weeks.shown = shown_hours(weeks.rule, weeks.parts, asked.pieces(met_on), weeks.calendar)


def _days(weeks: Weeks, windows: Windows, at: int) -> tuple[date, date]:
    """The Mondays of the first and the last week of a window."""
    first, last = windows.bounds(at)
    return weeks.calendar.mondays[first], weeks.calendar.mondays[last]


def _could(asked: Question, rule: SustainedRule, weeks: Weeks) -> date | None:
    """The earliest day on which it would be met if every week that is not over counted."""
    monday = monday_of(max(asked.on + timedelta(days=1), asked.first))
    if monday > asked.last:
        return None
    now = weeks.calendar.number(monday) if weeks else 0
    before = [number for number in weeks.numbers if number < now]
    last = monday + (completed_by(before, rule, now) - now) * SEVEN
    return min(last + SIX, asked.last) if last <= asked.last else None
