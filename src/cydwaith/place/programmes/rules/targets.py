"""Working days: how many are allowed, when a thing is due, and whether a version is in force."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from .wrong import wrong

SATURDAY = 5
MOST_DAYS = 365


@dataclass(frozen=True)
class Targets:
    """Working days allowed for each thing that somebody is waiting for.

    ``acknowledge``: request -> accepted, redirected or declined;
    ``first_attempt``, ``first_conversation``: accepted -> tried to reach, and spoke;
    ``service_acknowledge``: referral to a service -> its answer;
    ``inform_referrer``: answer -> the referrer has been told.
    """

    acknowledge: int
    first_attempt: int
    first_conversation: int
    service_acknowledge: int
    inform_referrer: int


TARGETS = tuple(field.name for field in fields(Targets))


def due(start: date, working_days: int, closed: frozenset[date] = frozenset()) -> date:
    """The day ``working_days`` after ``start``, passing over weekends and closed days."""
    day = start
    for _ in range(working_days):
        day = _next_open(day, closed)
    return day


def _next_open(day: date, closed: frozenset[date]) -> date:
    day += timedelta(days=1)
    while day.weekday() >= SATURDAY or day in closed:
        day += timedelta(days=1)
    return day


def in_force(valid_from: date, valid_to: date | None, on: date) -> bool:
    """True from the first day to the last, both included; no last day means still open."""
    return valid_from <= on and (valid_to is None or on <= valid_to)


def read_targets(raw: Mapping[str, Any]) -> Targets:
    """The targets from their JSON form. Raises ``WrongProgramme``."""
    if not isinstance(raw, Mapping):
        raise wrong("missing", "targets", name=TARGETS[0])
    for name in TARGETS:
        days = _given(raw, name)
        if isinstance(days, bool) or not isinstance(days, int) or not 0 <= days <= MOST_DAYS:
            raise wrong("target", "targets", name=name)
    return Targets(**{name: raw[name] for name in TARGETS})


def _given(raw: Mapping[str, Any], name: str) -> Any:
    if name not in raw:
        raise wrong("missing", name, name=name)
    return raw[name]
