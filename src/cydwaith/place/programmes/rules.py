"""Programmes as data: which version is in force, and when each thing is due."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

SATURDAY = 5


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


@dataclass(frozen=True)
class Definition:
    """One dated version of a programme, as read from a file."""

    key: str
    name: str
    name_cy: str
    for_whom: str
    for_whom_cy: str
    intro: str
    intro_cy: str
    organisation: str
    targets: Targets
    sources: tuple[str, ...]
    closed_days: tuple[date, ...]
    valid_from: date
    valid_to: date | None


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


def read_definition(raw: Mapping[str, Any]) -> Definition:
    """A definition from its JSON form. Raises ValueError with a sentence naming what is wrong."""
    try:
        found = Definition(
            targets=_targets(raw["targets"]),
            sources=tuple(str(source) for source in raw.get("sources", ())),
            closed_days=tuple(date.fromisoformat(day) for day in raw.get("closed_days", ())),
            valid_from=date.fromisoformat(raw["valid_from"]),
            valid_to=date.fromisoformat(raw["valid_to"]) if raw.get("valid_to") else None,
            **{name: str(raw[name]).strip() for name in _TEXTS},
        )
    except KeyError as missing:
        raise ValueError(f"The programme has no {missing.args[0]}.") from None
    _check(found)
    return found


_TEXTS = ("key", "name", "name_cy", "for_whom", "for_whom_cy", "intro", "intro_cy", "organisation")


def _targets(raw: Mapping[str, Any]) -> Targets:
    values = {field.name: raw[field.name] for field in fields(Targets)}
    for name, days in values.items():
        if isinstance(days, bool) or not isinstance(days, int) or not 0 <= days <= 365:
            raise ValueError(f"The target {name} must be a whole number of working days, 0 to 365.")
    return Targets(**values)


def _check(found: Definition) -> None:
    if not (found.key and found.name and found.name_cy):
        raise ValueError("A programme needs a key and a name in English and in Welsh.")
    if found.valid_to is not None and found.valid_to < found.valid_from:
        raise ValueError("The programme ends before it starts.")
