"""Bank holidays of England and Wales by their rule; a day proclaimed for one year is not among them.

Source: Banking and Financial Dealings Act 1971, schedule 1, and the days proclaimed every year since
1974 and 1978 (New Year's Day, the first Monday in May). The page asks and takes nothing away: many
people work on these days.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

A_DAY = timedelta(days=1)
MONDAY, SATURDAY = 0, 5


def holidays_among(days: Iterable[date]) -> tuple[date, ...]:
    """Those days that are bank holidays, in order."""
    return tuple(sorted(day for day in set(days) if day in bank_holidays(day.year)))


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The eight usual bank holidays of a year, on the days on which they are taken, and Christmas Day."""
    easter = easter_sunday(year)
    may, august = date(year, 5, 1), date(year, 8, 31)
    fixed = (*_taken(date(year, 1, 1)), *_taken(date(year, 12, 25), date(year, 12, 26)))
    return frozenset(
        (
            *fixed,
            date(year, 12, 25),
            easter - 2 * A_DAY,
            easter + A_DAY,
            may + (MONDAY - may.weekday()) % 7 * A_DAY,
            _last_monday(date(year, 5, 31)),
            _last_monday(august),
        )
    )


def _last_monday(end: date) -> date:
    return end - end.weekday() * A_DAY


def _taken(*days: date) -> Iterator[date]:
    """The days themselves, or the next working days where they fall on a weekend."""
    weekdays = [day for day in days if day.weekday() < SATURDAY]
    yield from weekdays
    after = days[-1] + A_DAY
    for _ in range(len(days) - len(weekdays)):
        while after.weekday() >= SATURDAY:
            after += A_DAY
        yield after
        after += A_DAY


def easter_sunday(year: int) -> date:
    """The Gregorian Easter (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
