"""A spell: weeks and limits, what is due once over all programmes, double funding."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cydwaith.place.programmes.rules import MeasureDue, NotPaidWith

NEAR = timedelta(days=21)
AHEAD = timedelta(days=14)
WARN_WEEKS = 2
AFTERWARDS = timedelta(days=28)


class Ending(StrEnum):
    """Why a spell on a programme ended."""

    WORK = "work"
    FINISHED = "finished"
    TIME = "time"
    OTHER_PROGRAMME = "other programme"
    MOVED = "moved"
    NOT_NOW = "not now"
    NO_CONTACT = "no contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Time:
    """Which week it is, of how many (None: no limit), and the last day of the limit."""

    week: int
    of: int | None
    last_day: date | None

    @property
    def over(self) -> bool:
        """Longer than the programme allows."""
        return self.of is not None and self.week > self.of

    @property
    def near(self) -> bool:
        """In the last two weeks that the programme allows."""
        return self.of is not None and not self.over and self.week > self.of - WARN_WEEKS


def time_on(started: date, on: date, weeks: int | None) -> Time:
    """The first seven days are week 1; before the start it is week 0."""
    week = max(0, (on - started).days // 7 + 1)
    last = started + timedelta(weeks=weeks, days=-1) if weeks is not None else None
    return Time(week, weeks, last)


@dataclass(frozen=True, slots=True)
class Spell:
    """What a spell asks for: its programme, its days, and the questions due in it."""

    programme: str
    started: date
    ended: date | None
    measures: Sequence[MeasureDue]


@dataclass(frozen=True, slots=True)
class Due:
    """One set of questions, since when it is due, and for which programmes: asked once for all."""

    instrument: str
    on: date
    programmes: tuple[str, ...]


def due_measures(spells: Iterable[Spell], taken: Iterable[tuple[str, date]], today: date) -> tuple[Due, ...]:
    """What to ask now or within a fortnight. One reading serves every programme that asks about then.

    ``taken`` are instruments with the days on which they were answered. A reading up to three weeks
    before a point, or after it, answers that point.
    """
    latest: dict[str, date] = {}
    for instrument, day in taken:
        latest[instrument] = max(day, latest.get(instrument, day))
    waiting: dict[str, list[tuple[date, str]]] = defaultdict(list)
    for spell in spells:
        for instrument, day in _points(spell):
            answered = instrument in latest and latest[instrument] >= day - NEAR
            if day <= today + AHEAD and not answered:
                waiting[instrument].append((day, spell.programme))
    found = (
        Due(instrument, min(days)[0], tuple(dict.fromkeys(name for _day, name in sorted(days))))
        for instrument, days in waiting.items()
    )
    return tuple(sorted(found, key=lambda one: (one.on, one.instrument)))


def _points(spell: Spell) -> Iterable[tuple[str, date]]:
    """The days on which a spell asks: while it lasts its points in time, once it is over the end alone."""
    for one in spell.measures:
        if spell.ended is None and one.weeks is not None:
            yield one.instrument, spell.started + timedelta(weeks=one.weeks)
        elif spell.ended is not None and one.weeks is None:
            yield one.instrument, spell.ended


@dataclass(frozen=True, slots=True)
class Funded:
    """A programme that somebody is or was on, with those that may not be paid for beside it."""

    key: str
    name: str
    not_with: Sequence[NotPaidWith]
    started: date = date.min
    ended: date | None = None

    def overlaps(self, other: "Funded") -> bool:
        """Whether the two share a day."""
        return self.started <= (other.ended or date.max) and other.started <= (self.ended or date.max)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two programmes that may not both be paid for at the same time, and who says so (None: they are one)."""

    one: str
    other: str
    said: NotPaidWith | None


def clashes(funded: Sequence[Funded]) -> tuple[Clash, ...]:
    """Every pair once, where one of the two still goes on; it is enough that one of them says so.

    The same programme twice is one too.
    """
    return tuple(
        Clash(one.name, other.name, _says(one, other) or _says(other, one))
        for number, one in enumerate(funded)
        for other in funded[number + 1 :]
        if (one.ended is None or other.ended is None) and is_paid_twice(one, other)
    )


def is_paid_twice(one: Funded, other: Funded) -> bool:
    """Whether the two share a day and may not both be paid for it."""
    says = one.key == other.key or _says(one, other) or _says(other, one)
    return bool(says) and one.overlaps(other)


def _says(one: Funded, other: Funded) -> NotPaidWith | None:
    return next((pair for pair in one.not_with if pair.programme == other.key), None)
