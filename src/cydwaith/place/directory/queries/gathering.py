"""Services with all that a page of their own says of them; ``lines`` reads what results say."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import JSONObject

from cydwaith.commons.guard.among import Keys, among
from cydwaith.commons.guard.prepared import prepared
from cydwaith.kernel.actor import Actor, system

from ..models import (
    Accessibility,
    Contact,
    CostOption,
    Language,
    Owned,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
)

Rows = QuerySet[Any, Any]
READER = system("the directory is open to all")
PARTS: dict[str, type[Owned]] = {
    "schedules": Schedule,
    "costs": CostOption,
    "languages": Language,
    "access": Accessibility,
    "phones": Phone,
    "contacts": Contact,
}


@dataclass
class Whole:
    """A service and its parts."""

    service: Service
    places: list[ServiceAtLocation] = field(default_factory=list)
    schedules: list[Schedule] = field(default_factory=list)
    costs: list[CostOption] = field(default_factory=list)
    languages: list[Language] = field(default_factory=list)
    access: list[Accessibility] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)


def gather(keys: Iterable[UUID]) -> dict[UUID, Whole]:
    """Services that are shown, by key. Three queries."""
    wanted = tuple(keys)
    if not wanted:
        return {}
    rows = _services(READER, wanted)
    # Not in SQL: SQLite would go through the index of all that is not merged, nearly the whole table.
    found = {s.id: Whole(s) for s in rows if s.withdrawn_at is None and s.merged_into_id is None}
    for place in _places(READER, wanted):
        if place.service_id in found:
            found[place.service_id].places.append(place)
    _add_parts(found, _parts(READER, wanted))
    return found


HEAVY = """
original local local_basis extra digests organisation__original organisation__local organisation__extra
""".split()
AT = "name name_cy address address_cy city city_cy postcode latitude longitude transportation".split()
OF_A_PLACE = ["service_id", "description", *(f"location__{name}" for name in AT)]


@prepared
def _services(actor: Actor, keys: Keys) -> Rows:
    return Service.objects.filter(among("id", keys)).select_related("organisation").defer(*HEAVY)


@prepared
def _places(actor: Actor, keys: Keys) -> Rows:
    rows = ServiceAtLocation.objects.filter(among("service_id", keys)).select_related("location")
    return rows.only(*OF_A_PLACE).order_by("external_id")


@prepared
def _parts(actor: Actor, keys: Keys) -> Rows:
    """All parts in one read: which list they belong in, and their fields."""
    places = ServiceAtLocation.objects.filter(among("service_id", keys))
    own, there = among("service_id", keys), Q(place__in=places.values("id"))
    parts = [
        *(_fields(name, own) for name in ("schedules", "costs", "languages", "phones", "contacts")),
        *(_fields(name, there) for name in ("schedules", "phones", "contacts")),
        _fields("access", Q(location__in=places.values("location"))),
    ]
    return parts[0].union(*parts[1:], all=True)


def _fields(name: str, wanted: Q) -> Rows:
    model = PARTS[name]
    columns = [part.attname for part in model._meta.concrete_fields]
    fields = JSONObject(**{column: F(column) for column in columns})
    return model._default_manager.filter(wanted).values_list(Value(name), fields)


def _add_parts(found: dict[UUID, Whole], rows: Iterable[tuple[str, dict[str, Any]]]) -> None:
    service_of = {place.id: key for key, whole in found.items() for place in whole.places}
    services_at: dict[Any, list[UUID]] = defaultdict(list)
    for key, whole in found.items():
        for place in whole.places:
            services_at[place.location_id].append(key)
    parts = [(name, _part(PARTS[name], fields)) for name, fields in rows]
    for name, part in sorted(parts, key=lambda one: one[1].id):
        owner = part.service_id or service_of.get(part.place_id)
        for key in services_at[part.location_id] if part.location_id else filter(None, [owner]):
            if key in found:
                getattr(found[key], name).append(part)


def _part(model: type[Owned], fields: dict[str, Any]) -> Owned:
    """The part to read, not to save: without what Django gives an instance on the way."""
    for name, read in _readers(model):
        if fields[name] is not None:
            fields[name] = read(fields[name])
    part = model.__new__(model)
    part.__dict__.update(fields)
    return part


@cache
def _readers(model: type[Owned]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """What JSON holds as text and a part does not: ids, days, hours, amounts."""
    columns = model._meta.concrete_fields
    return tuple((one.attname, one.to_python) for one in columns if not isinstance(one, TextField))
