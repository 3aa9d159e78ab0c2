"""Published records, fetched a page at a time: the same few questions for one as for fifty."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from ...models import FromFeed, Location, Organisation, Service, ServiceAtLocation
from ...rules.patching import merge_patch
from .names import Names

Record = dict[str, Any]
COLUMNS = ("id", "external_id", "source_id", "original", "local", "changed_at")


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as everybody sees it, the id under which it is published, and when it last changed here."""

    key: UUID
    id: str
    record: Record
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class PlaceEntry(Entry):
    """A service in one place; ``given_id`` is the id as the feed said or we made it up."""

    given_id: str = ""
    location: Entry | None = None


@dataclass(frozen=True, slots=True)
class ServiceEntry(Entry):
    """A service with whoever runs it and, when asked for, its places."""

    given_id: str = ""
    organisation: Entry | None = None
    places: tuple[PlaceEntry, ...] = ()
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the records, and how many there are in all."""

    total: int
    entries: Sequence[Entry] = field(default_factory=tuple)
    services: dict[UUID, ServiceEntry] = field(default_factory=dict)


def entries(model: type[FromFeed], keys: Iterable[UUID], names: Names) -> dict[UUID, Entry]:
    """Records of one table by key, in the order of the keys."""
    wanted = list(keys)
    rows = {row[0]: row for row in model._default_manager.filter(id__in=wanted).values_list(*COLUMNS)}
    published = names.of(model, [(row[2], row[1]) for row in rows.values()])
    found = (rows[key] for key in wanted if key in rows)
    return {row[0]: Entry(row[0], published[row[2], row[1]], _whole(row), row[5]) for row in found}


def _whole(row: tuple[Any, ...]) -> Record:
    whole: Record = merge_patch(row[3], row[4]) if row[4] else row[3]
    return whole


def service_entries(keys: Iterable[UUID], names: Names, *, with_places: bool) -> dict[UUID, ServiceEntry]:
    """Services by key, in the order of the keys, with whoever runs them; with their places when asked for."""
    wanted = list(keys)
    columns = (*COLUMNS, "organisation_id", "withdrawn_at")
    rows = {row[0]: row for row in Service.objects.filter(id__in=wanted).values_list(*columns)}
    published = names.of(Service, [(row[2], row[1]) for row in rows.values()])
    owners = entries(Organisation, {row[6] for row in rows.values()} - {None}, names)
    places = _places_of(rows, names) if with_places else {}
    return {
        key: ServiceEntry(
            key=key,
            id=published[row[2], row[1]],
            record=_whole(row),
            changed_at=row[5],
            given_id=row[1],
            organisation=owners.get(row[6]),
            places=tuple(places.get(key, ())),
            withdrawn=row[7] is not None,
        )
        for key, row in ((key, rows[key]) for key in wanted if key in rows)
    }


def _places_of(services: Iterable[UUID], names: Names) -> dict[UUID, list[PlaceEntry]]:
    keys = ServiceAtLocation.objects.filter(service__in=list(services)).order_by("external_id")
    by_service: dict[UUID, list[PlaceEntry]] = {}
    for owner, place in _places(keys, names):
        by_service.setdefault(owner, []).append(place)
    return by_service


def place_entries(keys: Iterable[UUID], names: Names) -> list[tuple[UUID, PlaceEntry]]:
    """Services at locations, each with the key of its service, in the order of the keys."""
    wanted = list(keys)
    found = {place.key: (owner, place) for owner, place in _places(_rows(wanted), names)}
    return [found[key] for key in wanted if key in found]


def _rows(keys: list[UUID]) -> Any:
    return ServiceAtLocation.objects.filter(id__in=keys)


def _places(chosen: Any, names: Names) -> list[tuple[UUID, PlaceEntry]]:
    rows = list(chosen.values_list(*COLUMNS, "service_id", "location_id"))
    published = names.of(ServiceAtLocation, [(row[2], row[1]) for row in rows])
    locations = entries(Location, {row[7] for row in rows} - {None}, names)
    return [
        (
            row[6],
            PlaceEntry(
                key=row[0],
                id=published[row[2], row[1]],
                record=_whole(row),
                changed_at=row[5],
                given_id=row[1],
                location=locations.get(row[7]),
            ),
        )
        for row in rows
    ]
