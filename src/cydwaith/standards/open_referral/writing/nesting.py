"""Whole and brief records out of published entries: a service with whoever runs it and where it is."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from cydwaith.place.directory.queries.publishing import Entry, PlaceEntry, ServiceEntry

from .. import made
from .fields import VERSION_3
from .fitting import fit
from .newer import ELIGIBILITIES

Record = dict[str, Any]
CLOSED = {"defunct", "inactive"}
STAYS = frozenset({"translations"})
SINGLE = frozenset({"organization", "location", "service"})
READ = STAYS | SINGLE | {*ELIGIBILITIES, "addresses", "physical_addresses"}
"""Nested parts from which a brief record is made."""


def service(entry: ServiceEntry) -> Record:
    """A service with all that belongs to it."""
    return fit("service", _service(entry))


def brief_service(entry: ServiceEntry) -> Record:
    """A service with its organisation, and otherwise only what it has one of."""
    return brief("service", fit("service", _light(_service(entry))), keep=("organization",))


def _light(record: Record) -> Record:
    """Without what a brief record leaves out anyway: fitting it would be work for nothing."""
    return {
        key: _light(value) if key in SINGLE else value
        for key, value in record.items()
        if key in READ or _is_single(value)
    }


def _service(entry: ServiceEntry) -> Record:
    record = {**entry.record, "id": entry.id}
    if entry.organisation:
        record["organization"] = _owner(record.get("organization"), entry.organisation)
    if places := list(_places(record.get("service_at_locations"), entry)):
        record["service_at_locations"] = places
    if entry.withdrawn and str(record.get("status", "")).lower() not in CLOSED:
        record["status"] = "defunct"
    return _dated(record, entry)


def _dated(record: Record, entry: Entry) -> Record:
    """When the feed does not say when it last changed, say when it last changed here."""
    return record if record.get("last_modified") else {**record, "last_modified": moment(entry.changed_at)}


def moment(at: datetime) -> str:
    """A moment as the standard writes it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _owner(inside: object, owner: Entry) -> Record:
    """The organisation within its service: what is known of it, without all that it runs elsewhere."""
    known = dict(inside) if isinstance(inside, Mapping) else {}
    leave = {"services", "locations"} - known.keys() | {"services"}
    return known | {key: value for key, value in owner.record.items() if key not in leave}


def _places(inside: object, entry: ServiceEntry) -> Iterable[Record]:
    """The places that the service names, in its order, then those that came by themselves."""
    rows = {place.given_id: place for place in entry.places}
    parts = [part for part in inside if isinstance(part, Mapping)] if isinstance(inside, list) else []
    for number, part in enumerate(parts):
        identity = part.get("id") or made.identity(entry.given_id, "service_at_locations", number)
        row = rows.pop(str(identity), None)
        yield _place(part, row) if row else {**part, "id": identity}
    for row in rows.values():
        yield _place({}, row)


def _place(inside: Mapping[str, Any], row: PlaceEntry) -> Record:
    own = {key: value for key, value in row.record.items() if key != "service"}
    record = {**inside, **own, "id": row.id}
    if row.location:
        nested = record.get("location")
        known = dict(nested) if isinstance(nested, Mapping) else {}
        record["location"] = known | _without(row.location.record, "service_at_locations")
    return record


def _without(record: Mapping[str, Any], key: str) -> Record:
    return {name: value for name, value in record.items() if name != key}


def place(row: PlaceEntry, of: ServiceEntry) -> Record:
    """A service at a location with its whole service and location."""
    return fit("service_at_location", _whole_place(row, of))


def _whole_place(row: PlaceEntry, of: ServiceEntry) -> Record:
    return {**_place({}, row), "service": _without(_service(of), "service_at_locations")}


def brief_place(row: PlaceEntry, of: ServiceEntry) -> Record:
    """A service at a location with its service and location in brief."""
    whole = fit("service_at_location", _light(_whole_place(row, of)))
    found = brief("service_at_location", whole)
    for key in ("location", "service"):
        if key in whole:
            found[key] = brief(key, whole[key], keep=("organization",))
    return found


def organisation(entry: Entry, services: Iterable[ServiceEntry] | None = None, *, full: bool) -> Record:
    """An organisation with everything, and the services it runs: in brief, or in full."""
    record = _without(entry.record, "services") | {"id": entry.id}
    whole = fit("organization", record)
    make = service if full else simple_service
    listed = [make(one) for one in services or ()]
    return whole | ({"services": listed} if listed else {})


def simple_service(entry: ServiceEntry) -> Record:
    """A service without its organisation, for the list within that."""
    return brief("service", fit("service", _light(_service(entry))))


def brief_organisation(entry: Entry) -> Record:
    """An organisation with only what it has one of."""
    return brief("organization", fit("organization", _light({**entry.record, "id": entry.id})))


def plain(kind: str, entry: Entry) -> Record:
    """A location, taxonomy or term."""
    return fit(kind, {**entry.record, "id": entry.id})


def brief(kind: str, whole: Record, keep: tuple[str, ...] = ()) -> Record:
    """Only fields of which there is one; those kept are brief themselves."""
    fields = VERSION_3[kind]
    found = {key: value for key, value in whole.items() if key in STAYS or _is_single(value)}
    for key in keep:
        if key in fields and isinstance(whole.get(key), Mapping):
            found[key] = brief(fields[key].of[0], whole[key])
    return found


def _is_single(value: object) -> bool:
    return not isinstance(value, list | Mapping)
