"""From one piece of JSON of a known kind to a directory record and what was left out of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from cydwaith.place.directory.rules.incoming import Reading
from cydwaith.place.directory.rules.records import OrganisationRecord, Record, ServiceRecord

from . import entities, fields, services
from .fields import Notes
from .shapes import Shape

Data = Mapping[str, Any]


def read(kind: str, data: Data) -> Reading:
    """A record of this kind (see ``shapes.Shape``). Raises Rejected."""
    notes = Notes()
    record = READERS[Shape(kind)](data, notes)
    return Reading(record, tuple(notes.said))


def _organisation(data: Data, notes: Notes) -> OrganisationRecord:
    """An organisation and the services listed in it."""
    record = entities.organisation(data, notes)
    parts = fields.parts(data, "services")
    found = (_service_in(part, record, notes) for part in parts)
    return replace(record, services=tuple(service for service in found if service))


def _service_in(part: Data, owner: OrganisationRecord, notes: Notes) -> ServiceRecord | None:
    inner = Notes(["No organisation is named, so people cannot see who runs it."])
    service = entities.or_left_out(services.service, part, "One of its services", inner)
    for said in inner.said[1:]:
        notes.add(said)
    return replace(service, organisation=service.organisation or owner) if service else None


READERS: dict[Shape, Callable[[Data, Notes], Record]] = {
    Shape.SERVICE: services.service,
    Shape.ORGANISATION: _organisation,
    Shape.LOCATION: entities.location,
    Shape.SERVICE_AT_LOCATION: services.service_at_location,
    Shape.TAXONOMY: entities.taxonomy,
    Shape.TERM: entities.term,
}
