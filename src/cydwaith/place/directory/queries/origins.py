"""Where each value of a service is from: which feed, which person's correction, which merged record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound, Refused

from ..models import Correction, Service
from ..policy import may_keep_directory
from ..rules.patching import leaves, merge_patch
from ..rules.records import Decided


@dataclass(frozen=True, slots=True)
class Held:
    """One row that this service is: its own, or one that was merged into it."""

    key: UUID
    name: str
    source: str
    external_id: str
    merged: bool


@dataclass(frozen=True, slots=True)
class Origin:
    """One field, its value, and where that is from; ``by`` and ``at`` where somebody here changed it."""

    path: str
    value: object
    source: str
    external_id: str
    by: str = ""
    at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Origins:
    """A service with all its rows and the origin of every value."""

    key: UUID
    name: str
    records: tuple[Held, ...]
    values: tuple[Origin, ...]


def origins(actor: Actor, key: UUID) -> Origins:
    """Where everything about a service is from. Raises NotFound, Refused."""
    decision = may_keep_directory(actor)
    if not decision.allowed:
        raise Refused(decision.sentence)
    service = Service.objects.select_related("source").filter(id=key).first()
    if service is None:
        raise NotFound(_("This record is no longer there."))
    rows = [service, *_merged(service)]
    return Origins(key, service.name, tuple(_held(row, service) for row in rows), tuple(_values(service)))


def _merged(service: Service) -> Iterator[Service]:
    for row in service.merged.select_related("source").order_by("source__name", "external_id"):
        yield row
        yield from _merged(row)


def _held(row: Service, top: Service) -> Held:
    return Held(row.id, row.name, row.source.name, row.external_id, row.id != top.id)


def _values(service: Service) -> Iterator[Origin]:
    """Top-level fields; where somebody here changed one, the last who did."""
    changed = {path.split("/")[1] for path, _value in leaves(service.local)}
    said = _last_said(service)
    whole: dict[str, Any] = merge_patch(service.original, service.local)
    for name, value in whole.items():
        if name in changed and name in said:
            yield _from_correction(name, value, said[name], service)
        elif value not in ("", None, [], {}):
            yield Origin(f"/{name}", value, service.source.name, service.external_id)


def _last_said(service: Service) -> dict[str, Correction]:
    made = Correction.objects.filter(record=service.id, decided__in=(Decided.CORRECTED, Decided.CONFIRMED))
    rows = made.select_related("taken_from__source").order_by("at", "id")
    return {name: row for row in rows for name in row.patch}


def _from_correction(name: str, value: object, row: Correction, service: Service) -> Origin:
    given = row.taken_from
    return Origin(
        path=f"/{name}",
        value=value,
        source=given.source.name if given else "",
        external_id=given.external_id if given else "",
        by=row.by,
        at=row.at,
        reason=row.reason,
    )
