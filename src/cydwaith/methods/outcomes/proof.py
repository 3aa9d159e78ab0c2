"""What evidence proves of weeks: when the rule is met by what is shown, and else which weeks it lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .evidence import Cover
from .rule import SustainedRule
from .weeks import Week

Days = tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """The day on which a rule is met by what evidence shows, else the days that it must still cover."""

    on: date | None
    to_cover: Days = ()


def reach(flags: Sequence[bool], end: int, rule: SustainedRule) -> list[int]:
    """Weeks that count, newest first, back from a week as far as the window and the longest gap allow."""
    found: list[int] = []
    gap = 0
    for n in range(end, max(-1, end - rule.window_weeks), -1):
        gap = 0 if flags[n] else gap + 1
        if rule.longest_gap is not None and gap > rule.longest_gap:
            break
        if flags[n]:
            found.append(n)
    return found


def proof(weeks: Sequence[Week], rule: SustainedRule, last: date) -> Proof:
    """Which week completes the rule by what is shown; where none does, the fewest weeks that would do.

    ``last`` is the last day that was judged. Every week: as many weeks as the rule needs count and are
    covered. Start and end: so many count, and the first and the last of them are covered.
    """
    flags = [week.counted for week in weeks]
    lacks = _lacking_ends if rule.evidence_covers is Cover.ENDS else _lacking_weeks
    fewest: list[int] | None = None
    for end in (n for n, flag in enumerate(flags) if flag):
        counted = reach(flags, end, rule)
        if len(counted) < rule.min_weeks:
            continue
        lacking = lacks(weeks, counted, rule)
        if not lacking and covered(weeks[end], rule):
            return Proof(min(weeks[end].sunday, last))
        if lacking and (fewest is None or len(lacking) < len(fewest)):
            fewest = lacking
    return Proof(None, _days(weeks, fewest or (), last))


def so_far(weeks: Sequence[Week], rule: SustainedRule, best: int | None, last: date) -> Proof:
    """Of a rule that is not met yet: the weeks that count in its best window and that nothing covers."""
    counted = reach([week.counted for week in weeks], best, rule) if best is not None else []
    asked = counted[-1:] if rule.evidence_covers is Cover.ENDS else counted
    return Proof(None, _days(weeks, [n for n in asked if not covered(weeks[n], rule)], last))


def covered(week: Week, rule: SustainedRule) -> bool:
    """Whether a week would count by the hours that evidence shows alone."""
    return (week.shown or 0.0) >= rule.min_hours and week.shown is not None


def _lacking_weeks(weeks: Sequence[Week], counted: Sequence[int], rule: SustainedRule) -> list[int]:
    """The newest weeks that evidence would have to cover beside those that it does."""
    bare = [n for n in counted if not covered(weeks[n], rule)]
    return bare[: max(0, rule.min_weeks - (len(counted) - len(bare)))]


def _lacking_ends(weeks: Sequence[Week], counted: Sequence[int], rule: SustainedRule) -> list[int]:
    """Of the last week and the first that goes with it, those that nothing covers; fewest, then shortest."""
    starts = counted[rule.min_weeks - 1 :]
    first = next((n for n in starts if covered(weeks[n], rule)), starts[0])
    return [n for n in dict.fromkeys((counted[0], first)) if not covered(weeks[n], rule)]


def _days(weeks: Sequence[Week], wanted: Sequence[int], last: date) -> Days:
    return tuple((weeks[n].monday, min(weeks[n].sunday, last)) for n in sorted(wanted))
