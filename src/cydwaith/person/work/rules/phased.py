"""A phased return: hours that rise week by week, day by day, and what was said against it.

Hours are counted in halves. A week is the seven days from the day of the start, so that every
weekday comes once in each. Holidays are not guessed: a day is off when somebody says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .statement import BuildUp, StatementAnswers

MOST_WEEKS = 52
A_DAY = timedelta(days=1)
LONG_DAY = 12.0
MISSING = ("starts", "first_hours", "target_hours", "weeks", "days")


@dataclass(frozen=True, slots=True)
class Day:
    """One working day; no hours where it was asked off."""

    on: date
    hours: float
    is_off: bool


@dataclass(frozen=True, slots=True)
class Week:
    """One step. ``planned`` is what the rule gives, ``hours`` what is left after days off."""

    number: int
    starts: date
    planned: float
    days: tuple[Day, ...]
    is_easier: bool

    @property
    def hours(self) -> float:
        """The hours worked in this week."""
        return sum(day.hours for day in self.days)


class Clash(StrEnum):
    """How a plan goes against what the person said they cannot do yet."""

    LONG_DAY = "long-day"
    VERY_LONG_DAY = "very-long-day"
    LONG_WEEK = "long-week"
    WEEKDAY = "weekday"
    FIRST_WEEK = "first-week"


@dataclass(frozen=True, slots=True)
class Concern:
    """A clash, in the first week where it comes: what was said, and what is planned."""

    clash: Clash
    week: int
    said: float
    planned: float


@dataclass(frozen=True, slots=True)
class Rise:
    """Answers that make a calendar; hours counted in halves."""

    starts: date
    first: int
    target: int
    weeks: int


def missing(asked: BuildUp) -> tuple[str, ...]:
    """What must still be answered before a calendar can be drawn."""
    return tuple(name for name in MISSING if not getattr(asked, name))


def calendar(asked: BuildUp) -> tuple[Week, ...]:
    """The weeks; none while an answer is missing. Raises ``ValueError`` for answers that cannot be."""
    if missing(asked):
        return ()
    rise = _rise(asked)
    if rise is None:
        raise ValueError("a phased return rises, by half hours, over 1 to 52 weeks")
    return tuple(_weeks(asked, rise))


def usable(asked: BuildUp) -> bool:
    """Whether the answers make a calendar: rising, in halves, not longer than a year or a day."""
    return _rise(asked) is not None


def _rise(asked: BuildUp) -> Rise | None:
    if not (asked.starts and asked.first_hours and asked.target_hours and asked.weeks and asked.days):
        return None
    first, target = asked.first_hours * 2, asked.target_hours * 2
    in_halves = first.is_integer() and target.is_integer()
    fits = target <= 48 * len(asked.days) and 1 <= asked.weeks <= MOST_WEEKS
    if not (in_halves and fits and 0 < first <= target):
        return None
    return Rise(asked.starts, int(first), int(target), asked.weeks)


def _weeks(asked: BuildUp, rise: Rise) -> Iterator[Week]:
    for number, halves in enumerate(_steps(rise, asked.easier_weeks), start=1):
        starts = rise.starts + 7 * (number - 1) * A_DAY
        days = _days(asked, starts, halves)
        yield Week(number, starts, halves / 2, days, number in asked.easier_weeks)


def _steps(rise: Rise, easier: tuple[int, ...]) -> Iterator[int]:
    """Half hours for each week: an even rise to the target; an easier week is like the first."""
    gaps = max(rise.weeks - 1, 1)
    for week in range(rise.weeks):
        risen = rise.first + (rise.target - rise.first) * week // gaps
        yield rise.first if week + 1 in easier else risen


def _days(asked: BuildUp, starts: date, halves: int) -> tuple[Day, ...]:
    """The week's hours over its days, the first days never shorter than the last."""
    on = [day for day in (starts + number * A_DAY for number in range(7)) if day.weekday() in asked.days]
    each, more = divmod(halves, len(on))
    hours = [(each + (place < more)) / 2 for place in range(len(on))]
    off = set(asked.days_off)
    return tuple(
        Day(day, 0.0 if day in off else long, day in off) for day, long in zip(on, hours, strict=True)
    )


def concerns(weeks: tuple[Week, ...], said: StatementAnswers) -> tuple[Concern, ...]:
    """Where the calendar goes beyond what the person can do now or said "not yet" to."""
    found = (_long_day(weeks, said), _long_week(weeks, said), _weekday(weeks, said), _first(weeks, said))
    return tuple(concern for concern in found if concern)


def _long_day(weeks: tuple[Week, ...], said: StatementAnswers) -> Concern | None:
    most = said.most_hours_a_day
    clash = Clash.VERY_LONG_DAY if most is None else Clash.LONG_DAY
    limit = LONG_DAY if most is None else most
    for week in weeks:
        longest = max((day.hours for day in week.days), default=0)
        if longest > limit:
            return Concern(clash, week.number, limit, longest)
    return None


def _long_week(weeks: tuple[Week, ...], said: StatementAnswers) -> Concern | None:
    most = said.most_hours_a_week
    over = next((week for week in weeks if most is not None and week.hours > most), None)
    return Concern(Clash.LONG_WEEK, over.number, most or 0, over.hours) if over else None


def _weekday(weeks: tuple[Week, ...], said: StatementAnswers) -> Concern | None:
    for week in weeks:
        for day in week.days:
            if day.hours and day.on.weekday() in said.not_yet_days:
                return Concern(Clash.WEEKDAY, week.number, day.on.weekday(), day.hours)
    return None


def _first(weeks: tuple[Week, ...], said: StatementAnswers) -> Concern | None:
    now = said.hours_a_week
    if weeks and now is not None and weeks[0].hours > now:
        return Concern(Clash.FIRST_WEEK, 1, now, weeks[0].hours)
    return None
