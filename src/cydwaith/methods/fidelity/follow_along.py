"""Support in work from the dates of contacts: how one person's follow-along stands."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

WEEK, MONTH, WEEKS_OF_MONTH, MONTHS_OF_YEAR = 7, 30, 4, 12
SPANS = (
    *((WEEK * n, WEEK * (n + 1) - 1) for n in range(WEEKS_OF_MONTH)),
    *((MONTH * n, MONTH * (n + 1) - 1) for n in range(1, MONTHS_OF_YEAR)),
)


class JobKept(NamedTuple):
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
    days = [(day - job.start).days for day in job.contacts]
    now = (on - job.start).days
    end = (job.end - job.start).days if job.end else None
    if _steady(days, now if end is None else min(now, end)):
        return 5 if _around(days, now, end) else 4
    if _between(days, 3 * MONTH, 4 * MONTH):
        return 3
    return 2 if any(day > MONTH for day in days) else 1


def _between(days: Sequence[int], first: int, last: int) -> bool:
    """Whether there was a contact from one day to another, counted from the start of the job."""
    return bool([day for day in days if first <= day <= last])


def _steady(days: Sequence[int], last: int) -> bool:
    """Every week of the first month, and every month of the first year, that is over."""
    for first, end in SPANS:
        if end > last:
            return True
        if not _between(days, first, end):
            return False
    return True


def _around(days: Sequence[int], now: int, end: int | None) -> bool:
    before = _between(days, -WEEK, -1)
    after = _between(days, 0, 3) or now < 3
    lost = end is None or end + 3 > now or _between(days, end, end + 3)
    return before and after and lost
