"""What a posting says, whether it can stand, and what another version of it changes."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from hashlib import sha256
from typing import Any

from .vocabulary import Kind, Pay, Where

FEWEST_HOURS, MOST_HOURS = 2, 48
PAYING = frozenset({Kind.JOB, Kind.APPRENTICESHIP})


@dataclass(frozen=True, slots=True)
class Posting:
    """One posting as its keeper wrote it; choices as the values of their words, days with Monday 0."""

    kind: str
    title: str
    organisation_name: str
    day_like: str
    title_cy: str = ""
    day_like_cy: str = ""
    sectors: tuple[str, ...] = ()
    hours_from: int = FEWEST_HOURS
    hours_to: int = FEWEST_HOURS
    days: tuple[int, ...] = ()
    times: tuple[str, ...] = ()
    times_to_suit: bool = False
    where: str = Where.PLACE.value
    address: str = ""
    postcode: str = ""
    pay: str = Pay.PAID.value
    pay_words: str = ""
    company: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    adjustments: tuple[str, ...] = ()
    adjustments_words: str = ""
    apply: tuple[str, ...] = ()
    apply_words: str = ""
    contact: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a posting cannot stand: a code, and the field that it belongs to."""

    code: str
    field: str


FIELDS = tuple(field.name for field in fields(Posting))


def problem(posting: Posting, today: date) -> Problem | None:
    """The first thing that has to be put right, if there is one."""
    found = (
        (not FEWEST_HOURS <= posting.hours_from <= MOST_HOURS, "too_few_hours", "hours_from"),
        (not posting.hours_from <= posting.hours_to <= MOST_HOURS, "hours_turned_round", "hours_to"),
        (Where(posting.where) is not Where.HOME and not posting.postcode, "no_postcode", "postcode"),
        (Kind(posting.kind) in PAYING and Pay(posting.pay) is not Pay.PAID, "must_be_paid", "pay"),
        (Kind(posting.kind) is Kind.VOLUNTEERING and Pay(posting.pay) is Pay.PAID, "not_paid", "pay"),
        (not posting.apply, "no_way_in", "apply"),
        (posting.until is not None and posting.until < today, "over", "until"),
    )
    return next((Problem(code, field) for wrong, code, field in found if wrong), None)


def as_values(posting: Posting) -> dict[str, Any]:
    """A posting as JSON holds it."""
    values = {
        name: list(value) if isinstance(value, tuple) else value for name, value in asdict(posting).items()
    }
    return values | {"until": posting.until.isoformat() if posting.until else None}


def mark(posting: Posting) -> str:
    """What tells one version from another: a digest of all that it says."""
    return sha256(json.dumps(as_values(posting), sort_keys=True).encode()).hexdigest()[:16]


def from_values(values: Mapping[str, Any], before: Posting) -> Posting:
    """A posting that JSON held, on top of what it said before."""
    held: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    if isinstance(held.get("until"), str):
        held["until"] = date.fromisoformat(held["until"])
    return replace(before, **held)


def changed(before: Posting, after: Posting) -> tuple[str, ...]:
    """The fields that another version changes, in order."""
    return tuple(name for name in FIELDS if getattr(before, name) != getattr(after, name))
