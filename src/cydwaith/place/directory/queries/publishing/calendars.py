"""When one service happens, for calendars."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from cydwaith.kernel.actor import Actor
from cydwaith.kernel.errors import NotFound

from ...models import Schedule, Service
from ...rules.records import ScheduleRecord
from .wanted import OPEN

FIELDS = tuple(ScheduleRecord.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One schedule and where it is."""

    key: UUID
    schedule: ScheduleRecord
    where: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A service's name in the reader's language and all its schedules."""

    key: UUID
    name: str
    web: str
    changed_at: object
    meetings: tuple[Meeting, ...]


def calendar(actor: Actor, service_id: UUID) -> Calendar:
    """When a listed service happens. Raises NotFound."""
    service = Service.objects.filter(OPEN, id=service_id).only("name", "name_cy", "url", "changed_at").first()
    if service is None:
        raise NotFound(_("This service is no longer listed."))
    owned = Q(service=service) | Q(place__service=service)
    rows = Schedule.objects.filter(owned).select_related("place__location").order_by("id")
    name = (actor.language == "cy" and service.name_cy) or service.name
    meetings = tuple(Meeting(row.id, _record(row), _where(row)) for row in rows)
    return Calendar(service.id, name, service.url, service.changed_at, meetings)


def _record(row: Schedule) -> ScheduleRecord:
    return ScheduleRecord(**{name: getattr(row, name) for name in FIELDS})


def _where(row: Schedule) -> str:
    at = row.place.location if row.place else None
    parts = (at.name, at.address, at.city, at.postcode) if at else ()
    return ", ".join(part for part in parts if part)
