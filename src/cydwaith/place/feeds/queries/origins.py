"""Where every value of a service is from, and what was decided about it, in words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.place.directory import queries as directory
from cydwaith.place.directory.queries.origins import Held, Origin
from cydwaith.place.directory.rules.records import Decided

from .showing import field_name, shown


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One value and where it is from."""

    field: str
    value: str
    source: str
    external_id: str
    by: str
    at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One decision."""

    what: str
    fields: str
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class OriginPage:
    """A service, the rows that it is, its values and its history."""

    key: UUID
    name: str
    records: tuple[Held, ...]
    values: tuple[OriginRow, ...]
    steps: tuple[StepRow, ...]


def origin_rows(actor: Actor, key: UUID) -> OriginPage:
    """Where everything about a service is from. Raises NotFound, Refused."""
    found = directory.origins(actor, key)
    steps = tuple(_step(one) for one in directory.history(actor, key))
    values = tuple(_row(value) for value in found.values if value.path != "/id")
    return OriginPage(key, found.name, found.records, values, steps)


def _row(one: Origin) -> OriginRow:
    return OriginRow(
        field=field_name(one.path),
        value=shown(one.value),
        source=one.source,
        external_id=one.external_id,
        by=one.by,
        at=one.at,
        reason=one.reason,
    )


def _step(one: directory.Step) -> StepRow:
    what = {
        Decided.CORRECTED: _("Corrected"),
        Decided.CONFIRMED: _("Said to be right"),
        Decided.OURS: _("Kept ours"),
        Decided.THEIRS: _("Took the feed’s"),
        Decided.MERGED: _("Merged into another"),
        Decided.UNMERGED: _("Made its own again"),
    }[Decided(one.decided)]
    names = ", ".join(dict.fromkeys(field_name(_path(name)) for name in one.fields))
    return StepRow(what, names, one.by, one.at, one.reason)


def _path(name: str) -> str:
    return name if name.startswith("/") else f"/{name}"
