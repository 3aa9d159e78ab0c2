"""When something is open, as a set of bits: seven days of three parts each, Monday morning first."""

from collections.abc import Iterable
from datetime import date, time
from functools import lru_cache
from typing import Protocol

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PARTS = ("morning", "afternoon", "evening")
NOON, EVENING = time(12), time(17)
EVERY = (1 << (len(DAYS) * len(PARTS))) - 1


class Weekly(Protocol):
    """What is asked of a schedule (RFC 5545 letters)."""

    @property
    def freq(self) -> str: ...
    @property
    def byday(self) -> str: ...
    @property
    def valid_to(self) -> date | None: ...
    @property
    def opens_at(self) -> time | None: ...
    @property
    def closes_at(self) -> time | None: ...


def bit(day: int, part: int) -> int:
    """The bit of a part (0 morning) of a day (0 Monday)."""
    return 1 << (day * len(PARTS) + part)


def chosen(days: Iterable[str], parts: Iterable[str]) -> int:
    """Every chosen part of every chosen day; without days or without parts, all of them; 0 without either."""
    on, at = [d for d in DAYS if d in set(days)], [p for p in PARTS if p in set(parts)]
    if not on and not at:
        return 0
    return sum(bit(DAYS.index(day), PARTS.index(part)) for day in on or DAYS for part in at or PARTS)


def open_bits(schedules: Iterable[Weekly], today: date) -> int:
    """When any schedule that has not ended is open; 0 where none says a day or an hour."""
    found = 0
    for schedule in schedules:
        if schedule.valid_to is None or schedule.valid_to >= today:
            found |= _bits(schedule.freq, schedule.byday, schedule.opens_at, schedule.closes_at)
    return found


@lru_cache(maxsize=4096)
def _bits(freq: str, byday: str, opens: time | None, closes: time | None) -> int:
    days = [code[-2:] for code in byday.split(",") if code[-2:] in DAYS]
    if not days and freq == "DAILY":
        days = list(DAYS)
    parts = [n for n in range(len(PARTS)) if _is_open(n, opens, closes)]
    if not days:
        return 0
    return sum(bit(DAYS.index(day), part) for day in set(days) for part in parts)


def _is_open(part: int, opens: time | None, closes: time | None) -> bool:
    """Whether it is open in this part of a day; what says no hours may be open in any."""
    starts, ends = (time.min, NOON, EVENING)[part], (NOON, EVENING, time.max)[part]
    if opens is None:
        return closes is None or closes > starts
    if closes is None or closes <= opens:  # no end, or past midnight
        return opens < ends and (closes is not None or opens >= starts)
    return opens < ends and closes > starts


def last_day(schedules: Iterable[Weekly]) -> date | None:
    """The day after which nothing happens any more; None where some schedule has no end, or none is there."""
    ends = [schedule.valid_to for schedule in schedules]
    return max((day for day in ends if day), default=None) if ends and all(ends) else None
