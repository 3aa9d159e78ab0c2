"""Services with all that a page says of them: the same few queries for one as for twenty."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q

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

P = TypeVar("P", bound=Owned)


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


def gather(keys: Iterable[UUID], *, contacts: bool = False) -> dict[UUID, Whole]:
    """Services that are shown, by key; phones and contacts only when asked for."""
    services = Service.objects.filter(id__in=list(keys)).select_related("organisation")
    wanted = services.defer(*HEAVY) if contacts else services.only(*IN_A_ROW)
    # Not in SQL: SQLite would go through the index of all that is not merged, nearly the whole table.
    found = {s.id: Whole(s) for s in wanted if s.withdrawn_at is None and s.merged_into_id is None}
    _add_places(found)
    _add(found, Schedule, "schedules", with_places=True)
    _add(found, CostOption, "costs")
    _add(found, Language, "languages")
    _add_access(found)
    if contacts:
        _add(found, Phone, "phones", with_places=True)
        _add(found, Contact, "contacts", with_places=True)
    return found


HEAVY = """
original local local_basis extra digests organisation__original organisation__local organisation__extra
""".split()
IN_A_ROW = """
external_id name name_cy description description_cy welsh kind accepting online by_phone home_visit fees free
last_assured assured_by withdrawn_at merged_into
organisation__name organisation__name_cy organisation__email organisation__url
""".split()
AT = "name name_cy address address_cy city city_cy postcode latitude longitude transportation".split()
OF_A_PLACE = ["service_id", "description", *(f"location__{name}" for name in AT)]


def _add_places(found: dict[UUID, Whole]) -> None:
    rows = ServiceAtLocation.objects.filter(service__in=found).select_related("location")
    for place in rows.only(*OF_A_PLACE).order_by("external_id"):
        found[place.service_id].places.append(place)


def _add(found: dict[UUID, Whole], model: type[P], name: str, *, with_places: bool = False) -> None:
    """Parts of the services themselves, and where asked of their places."""
    service_of = {p.id: key for key, whole in found.items() for p in whole.places} if with_places else {}
    wanted = Q(service__in=found) | Q(place__in=service_of) if service_of else Q(service__in=found)
    for part in model._default_manager.filter(wanted).order_by("id"):
        key = part.service_id or service_of[part.place_id]
        getattr(found[key], name).append(part)


def _add_access(found: dict[UUID, Whole]) -> None:
    services_at: dict[Any, list[UUID]] = defaultdict(list)
    for key, whole in found.items():
        for place in whole.places:
            services_at[place.location_id].append(key)
    services_at.pop(None, None)
    for part in Accessibility.objects.filter(location__in=services_at).order_by("id"):
        for key in services_at[part.location_id]:
            found[key].access.append(part)
