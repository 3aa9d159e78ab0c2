"""Outcome rules as data: every shape that programmes use, and reading one from plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from .evidence import Cover
from .notes import wrong
from .spells import Employment

ALL_KINDS = frozenset(Employment)


class AnchorPoint(StrEnum):
    """From when the clock runs."""

    PROGRAMME_START = "programme start"
    PROGRAMME_END = "programme end"
    JOB_START = "job start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule has.

    ``within_weeks`` of ``clock_start`` the rule must be met (None: whenever). ``counts_retention``
    says that it is for people who were in work at the start. ``evidence`` are kinds of which each is
    needed (with ``evidence_each`` false: one of them); together they cover as much as ``evidence_covers`` says: of a rule about weeks the weeks that
    count, of a rule about a day that day. ``evidence_within_weeks`` of the day on which the rule was met
    they must be on record (None: whenever).
    """

    key: str
    valid_from: date | None = None
    valid_to: date | None = None
    employment: frozenset[Employment] = ALL_KINDS
    clock_start: AnchorPoint = AnchorPoint.PROGRAMME_START
    within_weeks: int | None = None
    must_be_on_programme: bool = False
    evidence: frozenset[str] = frozenset()
    evidence_each: bool = True
    evidence_covers: Cover = Cover.ANY
    evidence_within_weeks: int | None = None
    counts_retention: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SustainedRule(Rule):
    """``min_weeks`` weeks that count within ``window_weeks`` in a row (13 in 16; 13 in 13).

    A week counts with ``min_hours`` or more (and under ``below_hours``), at the pay floor where
    ``pay_floor`` says so. A part week has its share of the ordinary hours by its days of seven; with
    ``sickness_counts`` days off sick are days worked. At most ``longest_gap`` weeks in a row may fail
    between two that count (None: any, within the window).
    """

    min_hours: float
    min_weeks: int
    window_weeks: int
    below_hours: float | None = None
    pay_floor: bool = True
    sickness_counts: bool = True
    longest_gap: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarningsRule(Rule):
    """Earnings within the time allowed reach ``pounds``, or ``hours`` x ``weeks`` x the pay floor.

    ``self_employed_weeks`` in self-employment meet it too, where given.
    """

    pounds: float | None = None
    hours: float | None = None
    weeks: int | None = None
    self_employed_weeks: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InWorkRule(Rule):
    """In work on a day counted from the anchor: ``after_days`` on, or any day ``within_days``."""

    after_days: int | None = None
    within_days: int | None = None
    min_hours: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule(Rule):
    """Employed at the start, and employed (same or new job) ``after_days`` from the anchor."""

    after_days: int
    counts_retention: bool = True


SHAPES: dict[str, type[Rule]] = {
    "sustained": SustainedRule,
    "earnings": EarningsRule,
    "in work": InWorkRule,
    "retention": RetentionRule,
}


def checked(rule: Rule) -> Rule:
    """The rule, if it can be. Raises ``OutcomeError`` ``wrong_rule``."""
    if rule.evidence_within_weeks is not None:
        _positive(rule, "evidence_within_weeks")
    if isinstance(rule, SustainedRule):
        _positive(rule, "min_weeks", "window_weeks")
        if rule.min_weeks > rule.window_weeks:
            raise _refused("window_weeks", rule.window_weeks, "It must be min_weeks or more.")
        if rule.below_hours is not None and rule.below_hours <= rule.min_hours:
            raise _refused("below_hours", rule.below_hours, "It must be above min_hours.")
    if isinstance(rule, EarningsRule) and (rule.pounds is None) == (rule.hours is None or rule.weeks is None):
        raise _refused("pounds", rule.pounds, "Give pounds, or both hours and weeks.")
    if isinstance(rule, InWorkRule) and (rule.after_days is None) == (rule.within_days is None):
        raise _refused("after_days", rule.after_days, "Give after_days or within_days.")
    return rule


def _positive(rule: Rule, *names: str) -> None:
    for name in names:
        value = getattr(rule, name)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise _refused(name, value, "Give a whole number, 1 or more.")


def _refused(field: str, value: object, hint: str) -> Exception:
    return wrong("wrong_rule", field, value=value, hint=hint)


def rule_from(data: Mapping[str, Any]) -> Rule:
    """A rule from plain values (a programme's file): ``shape`` and the fields of that shape.

    Raises ``OutcomeError``: ``wrong_rule``, ``wrong_date``.
    """
    shape = SHAPES.get(str(data.get("shape")))
    if shape is None:
        raise _refused("shape", data.get("shape"), f"There are: {', '.join(SHAPES)}.")
    known = {one.name for one in fields(shape)}
    for name in data:
        if name not in known | {"shape"}:
            raise _refused(name, data[name], f"The fields are: {', '.join(sorted(known))}.")
    try:
        return checked(shape(**{name: _read(name, value) for name, value in data.items() if name != "shape"}))
    except TypeError as error:
        raise _refused("shape", data["shape"], f"{error}.") from None


def _read(name: str, value: Any) -> Any:
    if name in ("valid_from", "valid_to"):
        return as_date(value, name)
    try:
        if name == "employment":
            return frozenset(Employment(one) for one in value)
        if name == "clock_start":
            return AnchorPoint(value)
        if name == "evidence_covers":
            return Cover(value)
    except ValueError as error:
        raise _refused(name, value, f"{error}.") from None
    return frozenset(value) if name == "evidence" else value


def as_date(value: Any, field: str) -> date | None:
    """A date from itself or from text such as 2026-05-04; None stays. Raises ``wrong_date``."""
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise wrong("wrong_date", field, value=value) from None
