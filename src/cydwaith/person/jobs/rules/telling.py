"""A verdict told week by week: which weeks counted, which did not and why, and how many of how many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from cydwaith.methods.notes import Note
from cydwaith.methods.outcomes import SustainedRule, Verdict, Week


@dataclass(frozen=True, slots=True)
class Run:
    """Weeks in a row, by their numbers from 1, that counted alike; ``reason`` where they did not."""

    first: int
    last: int
    counted: bool
    reason: Note


@dataclass(frozen=True, slots=True)
class Told:
    """The weeks that a verdict is about: runs of them, how many counted of how many, up to which day."""

    runs: tuple[Run, ...]
    counted: int
    of: int
    until: date


def told(verdict: Verdict, rule: SustainedRule) -> Told | None:
    """The best window of a verdict; None where no week has come."""
    numbered = list(enumerate(verdict.weeks, start=1))
    if not numbered:
        return None
    first, last = verdict.window or (verdict.weeks[0].monday, verdict.weeks[-1].monday)
    inside = [(number, week) for number, week in numbered if first <= week.monday <= last]
    until = verdict.met_on or inside[-1][1].monday + timedelta(days=6)
    counted = sum(week.counted for _number, week in inside)
    return Told(runs(inside), counted, rule.window_weeks, until)


def runs(numbered: Iterable[tuple[int, Week]]) -> tuple[Run, ...]:
    """Weeks in a row that counted, and weeks in a row that failed for the same kind of reason."""
    groups = groupby(numbered, key=lambda pair: (pair[1].counted, pair[1].reason.code))
    return tuple(_run(list(group)) for _key, group in groups)


def _run(group: Sequence[tuple[int, Week]]) -> Run:
    (first, week), (last, _week) = group[0], group[-1]
    return Run(first, last, week.counted, week.reason)


def in_a_row(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers in their order as (first, last) of each that stand in a row."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
