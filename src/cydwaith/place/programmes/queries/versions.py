"""Versions of programmes with all that they hold: stages, limits, measures, outcome rules, returns."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import Programme
from ..rules import Cohort, Content, OutcomeRule, ReturnTemplate, Stage, plain_template, read_content
from ..written import as_raw
from .cards import ProgrammeCard, card, in_force

A_YEAR = timedelta(days=366)
_READ: dict[UUID, Content] = {}


@dataclass(frozen=True)
class Version:
    """One dated version: its card, its content, and how it came to be."""

    card: ProgrammeCard
    content: Content
    note: str
    made_by: str
    made_at: datetime | None
    language: str

    @property
    def id(self) -> UUID:
        """The id of the version."""
        return self.card.id

    @property
    def key(self) -> str:
        """The key of the programme."""
        return self.card.key

    @property
    def name(self) -> str:
        """What the programme is called, in the reader's language."""
        return self.card.name

    @property
    def number(self) -> str:
        """How an auditor names the version: the programme and the day from which it holds."""
        return f"{self.card.key} {self.card.valid_from.isoformat()}"

    @property
    def returns(self) -> tuple[ReturnTemplate, ...]:
        """The templates of its returns; the plain one last."""
        return (*self.content.returns, plain_template(tuple(one.key for one in self.content.outcome_rules)))

    def weeks(self, cohort: Cohort) -> int | None:
        """How many weeks support lasts for somebody of this cohort; None where no limit is set."""
        own = [one.weeks for one in self.content.time_limits if one.cohort is cohort]
        shared = [one.weeks for one in self.content.time_limits if one.cohort is None]
        return next(iter(own or shared), None)

    def rules(self, cohort: Cohort, started: date) -> tuple[OutcomeRule, ...]:
        """The outcome rules for somebody of this cohort who started on that day."""
        return tuple(
            one for one in self.content.outcome_rules if one.cohort is cohort and one.holds_for(started)
        )

    def stage(self, key: str) -> Stage | None:
        """A stage by its key."""
        return next((one for one in self.content.stages if one.key == key), None)


def version(actor: Actor, version_id: UUID) -> Version:
    """One version by its id. Raises NotFound."""
    found = versions_by_id(actor, [version_id])
    if version_id not in found:
        raise NotFound("programme version")
    return found[version_id]


def versions_by_id(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, Version]:
    """Versions by their ids, ended ones too: one read however many."""
    wanted = tuple(set(ids))
    return {row.id: as_version(row, actor.language) for row in _by_id(actor, wanted)} if wanted else {}


@prepared
def _by_id(actor: Actor, ids: Keys) -> "QuerySet[Programme]":
    return _as_text(Programme.objects.filter(among("id", ids)))


def versions(actor: Actor, key: str) -> tuple[Version, ...]:
    """All versions of one programme, newest first. Raises NotFound where there is none."""
    rows = tuple(
        as_version(row, actor.language) for row in Programme.objects.filter(key=key).order_by("-valid_from")
    )
    if not rows:
        raise NotFound("programme")
    return rows


def version_on(actor: Actor, key: str, on: date) -> Version:
    """The version in force on a day, with all that it holds. Raises NotFound."""
    row = in_force(on).filter(key=key).order_by("-valid_from").first()
    if row is None:
        raise NotFound(f"No programme {key} is open on {on:%Y-%m-%d}.")
    return as_version(row, actor.language)


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """A programme of which no version is in force today: one to come, else the last one."""

    id: UUID
    key: str
    name: str
    valid_from: date
    valid_to: date | None
    to_come: bool


def not_in_force(actor: Actor, on: date) -> tuple[OtherVersion, ...]:
    """What begins later or is over, and versions that follow one in force; what is to come first."""
    column = "name_cy" if actor.language == "cy" else "name"
    rows = Programme.objects.order_by("key", "-valid_from").values_list(
        "id", "key", column, "valid_from", "valid_to"
    )
    newest: dict[str, OtherVersion] = {}
    for version_id, key, name, first, last in rows:
        newest.setdefault(key, OtherVersion(version_id, key, name, first, last, first > on))
    found = (
        one for one in newest.values() if one.to_come or (one.valid_to is not None and one.valid_to < on)
    )
    return tuple(sorted(found, key=lambda one: (not one.to_come, one.name)))


def as_file(actor: Actor, version_id: UUID) -> dict[str, Any]:
    """A version as a file has it. Raises NotFound."""
    row = Programme.objects.filter(id=version_id).select_related("organisation").first()
    if row is None:
        raise NotFound("programme version")
    return as_raw(row)


def versions_on(actor: Actor, on: date) -> tuple[Version, ...]:
    """Every version in force on a day, by name."""
    return tuple(as_version(row, actor.language) for row in _on(actor, on))


def versions_lately(actor: Actor, on: date, key: str | None = None) -> tuple[Version, ...]:
    """The version of each programme that is in force on a day, or was the last one within a year before it.

    A programme that is over has people on it still, and its last returns are made after its last day.
    With a ``key`` only that of this programme, or none.
    """
    newest = {row.key: row for row in _lately(actor, on - A_YEAR, on, key)}
    return tuple(as_version(row, actor.language) for row in newest.values())


@prepared
def _lately(actor: Actor, first: date, last: date, key: str | None) -> "QuerySet[Programme]":
    rows = Programme.objects.filter(Q(valid_to=None) | Q(valid_to__gte=first), valid_from__lte=last)
    ours = rows if key is None else rows.filter(key=key)
    return _as_text(ours.order_by("name", "key", "valid_from"))


def names(actor: Actor) -> dict[str, str]:
    """Every programme that ever was here, by key, as its newest version is called."""
    column = "name_cy" if actor.language == "cy" else "name"
    return dict(Programme.objects.order_by("valid_from").values_list("key", column))


@prepared
def _on(actor: Actor, on: date) -> "QuerySet[Programme]":
    return _as_text(in_force(on).order_by("name", "key"))


def _as_text(rows: "QuerySet[Programme]") -> "QuerySet[Programme]":
    """The rows with what they hold as text, which is read only for a version that nobody asked for yet."""
    return rows.defer("parts").annotate(parts_text=Cast("parts", TextField()))


def as_version(row: Programme, language: str) -> Version:
    """A row as a version in the reader's language."""
    return Version(
        card=card(row, language),
        content=_content(row),
        note=row.note,
        made_by=row.made_by,
        made_at=row.made_at,
        language=language,
    )


def _content(row: Programme) -> Content:
    """What a version holds never changes, so it is read from its plain form once."""
    if row.id not in _READ:
        text = getattr(row, "parts_text", None)
        _READ[row.id] = read_content(row.parts if text is None else json.loads(text), row.key)
    return _READ[row.id]
