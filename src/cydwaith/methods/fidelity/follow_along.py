"""Support in work from the dates of contacts: how one person's follow-along stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS_OF_MONTH = 4
MONTHS_OF_YEAR = 12
WEEK, MONTH = timedelta(days=7), timedelta(days=30)
DAY = timedelta(days=1)
SPANS = (
    *((WEEK * n, WEEK * (n + 1) - DAY) for n in range(WEEKS_OF_MONTH)),
    *((MONTH * n, MONTH * (n + 1) - DAY) for n in range(1, MONTHS_OF_YEAR)),
)


@dataclass(frozen=True, slots=True)
class JobKept:
    """A job that was started, and every contact about it; ``end`` is its last day, None while it goes on."""

    start: date
    contacts: Sequence[date]
    end: date | None = None


def follow_along_level(job: JobKept, on: date) -> int:
    """What this person got up to the day ``on``, as a level from 1 to 5.

    5: weekly in the first month, monthly for a year, and also in the week before the start, within 3
    days of it, and within 3 days of a job loss. 4: weekly, then monthly. 3: still in touch in the
    fourth month. 2: in touch after the first month. 1: not after the first month. What could not have
    happened yet is not asked for.
    """
    last = min(on, job.end or on)
    if _steady(job, last):
        return 5 if _around(job, on) else 4
    if _between(job, job.start + 3 * MONTH, job.start + 4 * MONTH):
        return 3
    return 2 if any(day > job.start + MONTH for day in job.contacts) else 1


def _between(job: JobKept, first: date, last: date) -> bool:
    return any(first <= day <= last for day in job.contacts)


def _steady(job: JobKept, last: date) -> bool:
    """Every week of the first month, and every month of the first year, that is over."""
    spans = ((job.start + first, job.start + end) for first, end in SPANS)
    return all(_between(job, first, end) for first, end in spans if end <= last)


def _around(job: JobKept, on: date) -> bool:
    before = _between(job, job.start - timedelta(days=7), job.start - timedelta(days=1))
    after = _between(job, job.start, job.start + timedelta(days=3)) or on < job.start + timedelta(days=3)
    lost = job.end is None or job.end + timedelta(days=3) > on
    return before and after and (lost or _between(job, job.end, job.end + timedelta(days=3)))  # type: ignore[arg-type,operator]
