"""Outcome rules as data: every shape that programmes use, and reading one from plain values."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from ..words import Words
from .evidence import Cover
from .notes import OutcomeError, wrong
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
    needed (with ``evidence_each`` false: one of them); together they cover as much as ``evidence_covers``
    says: of a rule about weeks the weeks that count, of a rule about a day that day.
    ``evidence_within_weeks`` of the day on which the rule was met they must be on record (None: whenever).
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


WHOLE = frozenset(
    "min_weeks window_weeks longest_gap within_weeks evidence_within_weeks weeks self_employed_weeks "
    "after_days within_days".split()
)
AT_LEAST_ONE = frozenset({"min_weeks", "window_weeks", "within_weeks", "evidence_within_weeks"})
NUMBERS = frozenset({"min_hours", "below_hours", "hours", "pounds"})
YES_NO = frozenset(
    {"must_be_on_programme", "counts_retention", "evidence_each", "pay_floor", "sickness_counts"}
)
CHOICES: dict[str, type[StrEnum]] = {"clock_start": AnchorPoint, "evidence_covers": Cover}
MOST = 36_500  # a hundred years of days: what is more is a slip of the pen
HINTS = {
    "whole": Words("Give a whole number, {low} or more.", "Rhowch rif cyfan, {low} neu fwy."),
    "number": Words("Give a number, 0 or more.", "Rhowch rif, 0 neu fwy."),
    "yes_no": Words("Say true or false.", "Dywedwch true neu false."),
    "window": Words("It must be min_weeks or more.", "Rhaid iddo fod yn min_weeks neu fwy."),
    "below": Words("It must be above min_hours.", "Rhaid iddo fod yn fwy na min_hours."),
    "pounds": Words("Give pounds, or both hours and weeks.", "Rhowch pounds, neu hours a weeks."),
    "days": Words("Give after_days or within_days.", "Rhowch after_days neu within_days."),
    "retention": Words(
        "It is for people in work at the start.", "Mae ar gyfer pobl oedd mewn gwaith ar y dechrau."
    ),
    "floor": Words(
        "No minimum wage is on file for this age and date.",
        "Does dim isafswm cyflog wedi'i gofnodi ar gyfer yr oed a'r dyddiad hwn.",
    ),
    "one_by_one": Words("Use judge for each person.", "Defnyddiwch judge ar gyfer pob person."),
    "list": Words("Give a list of words.", "Rhowch restr o eiriau."),
    "known": Words("There are: {known}.", "Dyma'r rhai sydd: {known}."),
    "needed": Words("It needs {known}.", "Mae arno angen {known}."),
}


def checked(rule: Rule) -> Rule:
    """The rule, if it can be. Raises ``OutcomeError`` ``wrong_rule``."""
    if isinstance(rule, SustainedRule):
        for name in ("min_weeks", "window_weeks"):
            _check(name, getattr(rule, name), needed=True)
        if rule.min_weeks > rule.window_weeks:
            raise refused("window_weeks", rule.window_weeks, "window")
        if rule.below_hours is not None and rule.below_hours <= rule.min_hours:
            raise refused("below_hours", rule.below_hours, "below")
    if isinstance(rule, EarningsRule) and (rule.pounds is None) == (rule.hours is None or rule.weeks is None):
        raise refused("pounds", rule.pounds, "pounds")
    if isinstance(rule, InWorkRule) and (rule.after_days is None) == (rule.within_days is None):
        raise refused("after_days", rule.after_days, "days")
    if isinstance(rule, RetentionRule) and not rule.counts_retention:
        raise refused("counts_retention", rule.counts_retention, "retention")
    return rule


def _check(name: str, value: Any, *, needed: bool) -> None:
    """One field by itself; None stays where the field may be left out."""
    if value is None and not needed:
        return
    low = int(name in AT_LEAST_ONE)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if name in WHOLE and not (is_number and isinstance(value, int) and low <= value <= MOST):
        raise refused(name, value, "whole", low=low)
    if name in NUMBERS and not (is_number and 0 <= value < float("inf")):
        raise refused(name, value, "number")
    if name in YES_NO and not isinstance(value, bool):
        raise refused(name, value, "yes_no")


def refused(field: str, value: object, hint: str, **told: object) -> OutcomeError:
    """The error of a field of a rule that cannot be so, with what to do in both languages."""
    words = HINTS[hint]
    return wrong(
        "wrong_rule", field, value=value, hint=words.en.format(**told), hint_cy=words.cy.format(**told)
    )


def rule_from(data: Mapping[str, Any]) -> Rule:
    """A rule from plain values (a programme's file): ``shape`` and the fields of that shape.

    Raises ``OutcomeError``: ``wrong_rule``, ``wrong_date``.
    """
    shape = SHAPES.get(str(data.get("shape")))
    if shape is None:
        raise refused("shape", data.get("shape"), "known", known=", ".join(SHAPES))
    known = {one.name for one in fields(shape)}
    for name in data:
        if name not in known | {"shape"}:
            raise refused(name, data[name], "known", known=", ".join(sorted(known)))
    needed = [one.name for one in fields(shape) if one.default is MISSING and one.name not in data]
    if needed:
        raise refused("shape", data["shape"], "needed", known=", ".join(needed))
    rule = shape(**{name: _read(name, value) for name, value in data.items() if name != "shape"})
    for one in fields(rule):
        _check(one.name, getattr(rule, one.name), needed=one.default is MISSING)
    return checked(rule)


def _read(name: str, value: Any) -> Any:
    if name in ("valid_from", "valid_to"):
        return as_date(value, name)
    if name == "key":
        return str(value)
    if name in CHOICES:
        return _choice(name, value, CHOICES[name])
    if name == "employment":
        return frozenset(_choice(name, one, Employment) for one in _words(name, value))
    return frozenset(_words(name, value)) if name == "evidence" else value


def _choice(name: str, value: Any, of: type[StrEnum]) -> StrEnum:
    try:
        return of(value)
    except ValueError:
        raise refused(name, value, "known", known=", ".join(of)) from None


def _words(name: str, value: Any) -> list[str]:
    if not isinstance(value, list | tuple | set | frozenset) or not all(
        isinstance(one, str) for one in value
    ):
        raise refused(name, value, "list")
    return list(value)


def as_date(value: Any, field: str) -> date | None:
    """A date from itself or from text such as 2026-05-04; None stays. Raises ``wrong_date``."""
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise wrong("wrong_date", field, value=value) from None
