"""What evidence proves of weeks: when the rule is met by what is shown, and else which weeks it lacks."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from .evidence import Cover, Days, Proof
from .tally import Weeks
from .weeks import SIX
from .windows import Windows


def proof(weeks: Weeks, windows: Windows) -> Proof:
    """Which week completes the rule by what is shown; where none does, the fewest weeks that would do.

    Every week: as many weeks as the rule needs count and are covered. Start and end: so many count, and
    the first and the last of them are covered.
    """
    proved, by_ends = _covered(weeks, windows), windows.rule.evidence_covers is Cover.ENDS
    lacks = _lacking_ends(windows, proved) if by_ends else _lacking_weeks(windows, proved)
    nearest = min(lacks, key=lacks.__getitem__)
    if not lacks[nearest]:
        return Proof(min(weeks.calendar.mondays[windows.numbers[nearest]] + SIX, weeks.calendar.last))
    bare = _ends(windows, proved, nearest) if by_ends else _bare(windows, proved, nearest)
    return Proof(None, _days(weeks, windows, bare[: lacks[nearest]]))


def so_far(weeks: Weeks, windows: Windows) -> Proof:
    """Of a rule that is not met yet: the weeks that count in its best window and that nothing covers."""
    if windows.best is None:
        return Proof(None)
    bare = _bare(windows, _covered(weeks, windows), windows.best)
    if windows.rule.evidence_covers is Cover.ENDS:
        bare = [at for at in bare if at == windows.since[windows.best]]
    return Proof(None, _days(weeks, windows, bare))


def _covered(weeks: Weeks, windows: Windows) -> list[bool]:
    """Of each week that counts, whether it would by the hours that evidence shows alone."""
    shown = weeks.shown or ()
    return [shown[number] >= windows.rule.min_hours for number in windows.numbers]


def _lacking_weeks(windows: Windows, proved: Sequence[bool]) -> dict[int, int]:
    """For each place that completes the rule, how many weeks more would have to be covered."""
    seen, needed, since = [0, *accumulate(proved)], windows.rule.min_weeks, windows.since
    return {at: max(0, needed - seen[at + 1] + seen[since[at]]) for at in windows.completing}


def _lacking_ends(windows: Windows, proved: Sequence[bool]) -> dict[int, int]:
    """The same where only the first and the last week must be."""
    return {at: len(_ends(windows, proved, at)) for at in windows.completing}


def _bare(windows: Windows, proved: Sequence[bool], at: int) -> list[int]:
    """Of the weeks that go with one those that nothing covers, the newest first."""
    return [one for one in range(at, windows.since[at] - 1, -1) if not proved[one]]


def _ends(windows: Windows, proved: Sequence[bool], at: int) -> list[int]:
    """Of the last week and the first that goes with it, those that nothing covers; fewest, then shortest."""
    nearest = at - windows.rule.min_weeks + 1
    starts = range(nearest, windows.since[at] - 1, -1)
    first = next((one for one in starts if proved[one]), nearest)
    return [one for one in dict.fromkeys((at, first)) if not proved[one]]


def _days(weeks: Weeks, windows: Windows, places: Iterable[int]) -> Days:
    begin, last = [weeks.calendar.mondays[windows.numbers[at]] for at in sorted(places)], weeks.calendar.last
    found = [(monday, monday + SIX) for monday in begin]
    found[-1:] = [(monday, min(sunday, last)) for monday, sunday in found[-1:]]
    return tuple(found)
