"""Programmes as a visitor meets them: open to everyone, for they hold nothing about anybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ..models import Programme
from ..rules import TARGETS, Targets, due


@dataclass(frozen=True)
class ProgrammeCard:
    """A programme in the reader's language, with its target days and their sources."""

    id: UUID
    key: str
    name: str
    for_whom: str
    intro: str
    organisation_id: UUID
    targets: Targets
    closed_days: frozenset[date]
    sources: tuple[str, ...]
    valid_from: date
    valid_to: date | None

    def due(self, start: date, working_days: int) -> date:
        """The day that many working days after ``start``, by this programme's calendar."""
        return due(start, working_days, self.closed_days)


def open_programmes(actor: Actor, on: date) -> tuple[ProgrammeCard, ...]:
    """The programmes in force on a day, by name."""
    rows = in_force(on).order_by("name", "key")
    return tuple(card(row, actor.language) for row in rows)


def programme(actor: Actor, key: str, on: date) -> ProgrammeCard:
    """The version of one programme in force on a day. Raises NotFound."""
    row = in_force(on).filter(key=key).order_by("-valid_from").first()
    if row is None:
        raise NotFound(f"No programme {key} is open on {on:%Y-%m-%d}.")
    return card(row, actor.language)


def programme_names(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names by the id of a version, ended ones too: a timeline keeps the name it began with."""
    column = "name_cy" if actor.language == "cy" else "name"
    return dict(Programme.objects.filter(id__in=set(ids)).values_list("id", column))


def in_force(on: date) -> QuerySet[Programme]:
    """The versions in force on a day."""
    return Programme.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)


def card(row: Programme, language: str) -> ProgrammeCard:
    """A row as a card."""
    cy = language == "cy"
    return ProgrammeCard(
        id=row.id,
        key=row.key,
        name=row.name_cy if cy else row.name,
        for_whom=row.for_whom_cy if cy else row.for_whom,
        intro=row.intro_cy if cy else row.intro,
        organisation_id=row.organisation_id,
        targets=Targets(**{name: getattr(row, name) for name in TARGETS}),
        closed_days=frozenset(date.fromisoformat(day) for day in row.closed_days),
        sources=tuple(row.sources),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
    )
