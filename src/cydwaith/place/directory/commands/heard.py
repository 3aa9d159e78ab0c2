"""Everything that search wants to hear of services, gathered in a few queries for many."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from ..models import Accessibility, Attribute, Language, Schedule, Service, ServiceAtLocation


@dataclass(slots=True)
class Heard:
    """One service: its words, its places (degrees) and when it is open."""

    service: Service
    terms: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)
    schedules: list[Schedule] = field(default_factory=list)
    access: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Its names in both languages."""
        service = self.service
        return f"{service.name} {service.name_cy} {service.alternate_name}"

    @property
    def organisation(self) -> str:
        """The names of who runs it."""
        owner = self.service.organisation
        return f"{owner.name} {owner.name_cy}" if owner else ""

    @property
    def about(self) -> str:
        """The rest of what it says."""
        service = self.service
        texts = (service.description, service.description_cy, service.eligibility, *service.welsh.values())
        return " ".join((*texts, *service.areas))


NEEDED = """
name name_cy alternate_name description description_cy eligibility welsh areas attending_access
organisation__name organisation__name_cy
""".split()


def gather(keys: Iterable[Any], known: Mapping[Any, Service] | None = None) -> dict[Any, Heard]:
    """What there is to hear of these services, by key; ``known`` are rows just written."""
    at_hand = known or {}
    found = {key: Heard(at_hand[key]) for key in keys if key in at_hand}
    missing = [key for key in keys if key not in at_hand]
    if missing:
        rows = Service.objects.filter(id__in=missing).select_related("organisation").only(*NEEDED)
        found.update({service.id: Heard(service) for service in rows})
    _add_terms(found)
    at, locations = _add_places(found)
    _add_schedules(found, at)
    _add_access(found, locations)
    for key, name, code in Language.objects.filter(service__in=found).values_list("service", "name", "code"):
        found[key].languages += [name, code]
    return found


def _add_terms(found: dict[Any, Heard]) -> None:
    rows = Attribute.objects.filter(service__in=found, term__isnull=False)
    named = ("service_id", "term__name", "term__name_cy", "term__code", "term__external_id")
    for key, name, name_cy, code, identity in rows.values_list(*named):
        found[key].terms += [name, name_cy]
        found[key].codes += [each for each in (code, identity) if each and not _is_uuid(each)]


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _add_places(found: dict[Any, Heard]) -> tuple[dict[Any, Any], dict[Any, list[Any]]]:
    """Adds the points; gives the service of each service-at-location, and the services of each location."""
    at: dict[Any, Any] = {}
    locations: dict[Any, list[Any]] = defaultdict(list)
    rows = ServiceAtLocation.objects.filter(service__in=found).order_by("external_id")
    named = ("id", "service_id", "location_id", "location__latitude", "location__longitude")
    for identity, key, location, latitude, longitude in rows.values_list(*named):
        at[identity] = key
        locations[location].append(key)
        if latitude is not None and longitude is not None:
            found[key].points.append((latitude, longitude))
    locations.pop(None, None)
    return at, locations


def _add_schedules(found: dict[Any, Heard], at: dict[Any, Any]) -> None:
    for schedule in Schedule.objects.filter(Q(service__in=found) | Q(place__in=at)):
        found[schedule.service_id or at[schedule.place_id]].schedules.append(schedule)


def _add_access(found: dict[Any, Heard], locations: dict[Any, list[Any]]) -> None:
    for part in Accessibility.objects.filter(location__in=locations):
        for key in locations[part.location_id]:
            found[key].access += [part.description, part.details]
