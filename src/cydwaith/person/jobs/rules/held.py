"""Jobs as they are kept, and as the outcome rules want them."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from cydwaith.methods.outcomes import Absence, Employment, Spell

DAY = timedelta(days=1)
SEVEN = timedelta(days=7)
WEEKS_A_YEAR, MONTHS_A_YEAR = 52, 12


class Kind(StrEnum):
    """Kinds of work. A trial and volunteering are work, and never a job outcome."""

    EMPLOYEE = "employee"
    ZERO_HOURS = "zero-hours"
    SELF_EMPLOYED = "self-employed"
    APPRENTICESHIP = "apprenticeship"
    WORK_TRIAL = "work trial"
    VOLUNTEERING = "volunteering"


PAID = {
    Kind.EMPLOYEE: Employment.EMPLOYEE,
    Kind.ZERO_HOURS: Employment.ZERO_HOURS,
    Kind.SELF_EMPLOYED: Employment.SELF_EMPLOYED,
    Kind.APPRENTICESHIP: Employment.APPRENTICESHIP,
}


class Leaving(StrEnum):
    """Why a job ended."""

    BETTER = "better job"
    CONTRACT = "contract ended"
    HEALTH = "health"
    LET_GO = "let go"
    REDUNDANT = "redundant"
    DID_NOT_SUIT = "did not suit"
    LIFE = "life"
    OTHER = "other"


MOVED_ON = frozenset({Leaving.BETTER})


class Per(StrEnum):
    """What pay was said for."""

    HOUR = "hour"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def hourly(amount: float | None, per: Per, hours: float) -> float | None:
    """Pounds an hour, a year taken as 52 weeks of the ordinary hours; None where that cannot be said."""
    if amount is None:
        return None
    if per is Per.HOUR:
        return amount
    if hours <= 0:
        return None
    weekly = {
        Per.WEEK: amount,
        Per.MONTH: amount * MONTHS_A_YEAR / WEEKS_A_YEAR,
        Per.YEAR: amount / WEEKS_A_YEAR,
    }
    return round(weekly[per] / hours, 4)


class Terms(NamedTuple):
    """From a day on: hours of an ordinary week, and pounds an hour where known."""

    since: date
    hours: float
    pay: float | None


class Held(NamedTuple):
    """One job: its terms oldest first (the first from its start), weeks really worked, days off sick.

    An absence without a last day goes on.
    """

    kind: Kind
    start: date
    end: date | None
    terms: tuple[Terms, ...]
    worked: Mapping[date, float]
    absences: tuple[tuple[date, date | None], ...]

    def on(self, day: date) -> Terms:
        """The terms on a day; before the start those of the start."""
        return next((one for one in reversed(self.terms) if one.since <= day), self.terms[0])

    def is_held(self, day: date) -> bool:
        """Whether the job is held on that day."""
        return self.start <= day and (self.end is None or day <= self.end)


def average(job: Held, first: date, last: date) -> float:
    """Hours a week on record over the weeks of these days: those worked, else the ordinary ones."""
    mondays = [monday_of(first)]
    while mondays[-1] + SEVEN <= last:
        mondays.append(mondays[-1] + SEVEN)
    hours = [job.worked.get(one, job.on(min(one + 6 * DAY, last)).hours) for one in mondays]
    return round(sum(hours) / len(hours), 2)


def held_from(
    kind: str,
    start: date,
    end: date | None,
    terms: Iterable[Any],
    worked: Mapping[str, Any],
    absences: Iterable[Any],
) -> Held:
    """A job from its columns, where days and numbers are plain."""
    return Held(
        kind=kind if isinstance(kind, Kind) else Kind(kind),
        start=start,
        end=end,
        terms=tuple(
            [Terms(date.fromisoformat(one["since"]), float(one["hours"]), _pay(one["pay"])) for one in terms]
        ),
        worked=dict(zip(map(_monday, worked), worked.values(), strict=True)),
        absences=tuple([(date.fromisoformat(first), _day(last)) for first, last in absences]),
    )


_monday = lru_cache(maxsize=10_000)(date.fromisoformat)


def _pay(value: Any) -> float | None:
    return None if value is None else float(value)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def monday_of(day: date) -> date:
    """The Monday of a day's ISO week."""
    return day - timedelta(days=day.weekday())


def spells(jobs: Iterable[Held], today: date) -> tuple[Spell, ...]:
    """Paid jobs as spells, a spell for each time with the same terms."""
    return tuple(spell for job in jobs if job.kind in PAID for spell in spells_of(job, today))


def spells_of(job: Held, today: date, key: str = "") -> Iterable[Spell]:
    """The spells of one paid job; ``key`` is that by which evidence knows it."""
    absences = tuple([Absence(first, last or max(today, first)) for first, last in job.absences])
    ends = [*[one.since - DAY for one in job.terms[1:]], job.end]
    for terms, until in zip(job.terms, ends, strict=True):
        last = until if until is None or job.end is None else min(until, job.end)
        if last is not None and last < terms.since:
            continue
        yield Spell(
            start=terms.since,
            end=last,
            hours=terms.hours,
            pay=terms.pay,
            employment=PAID[job.kind],
            worked=job.worked if len(ends) == 1 else _worked(job, terms.since, last, today),
            absences=_within(absences, terms.since, last) if absences else (),
            job=key,
            began=job.start,
        )


def _within(absences: Iterable[Absence], first: date, last: date | None) -> tuple[Absence, ...]:
    return tuple(one for one in absences if one.last >= first and (last is None or one.first <= last))


def _worked(job: Held, first: date, last: date | None, today: date) -> dict[date, float]:
    """The weeks that touch this time; where terms changed inside a week, its hours go to the later ones."""
    found = {}
    for monday, hours in job.worked.items():
        sunday = monday + timedelta(days=6)
        if sunday >= first and (last is None or monday <= last):
            goes_on = last is not None and last < min(sunday, today) and last != job.end
            found[monday] = 0.0 if goes_on else hours
    return found
