"""Everything that search wants to hear of services, gathered in a few queries for many."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, NamedTuple
from uuid import UUID

from .. import among
from ..models import Accessibility, Attribute, Language, Schedule, Service, ServiceAtLocation


class Hours(NamedTuple):
    """What search wants to know of a schedule."""

    freq: str
    byday: str
    valid_to: date | None
    opens_at: time | None
    closes_at: time | None


@dataclass(slots=True)
class Heard:
    """One service: its words, its places (degrees) and when it is open."""

    service: Service
    terms: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)
    schedules: list[Hours] = field(default_factory=list)
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
        rows = Service.objects.filter(id__in=among.keys(missing)).select_related("organisation").only(*NEEDED)
        found.update({service.id: Heard(service) for service in rows})
    _add_terms(found)
    at, locations = _add_places(found)
    _add_schedules(found, at)
    _add_access(found, locations)
    rows = Language.objects.filter(service_id__in=among.keys(found))
    for key, name, code in rows.values_list("service_id", "name", "code"):
        found[key].languages += [name, code]
    return found


def _add_terms(found: dict[Any, Heard]) -> None:
    rows = Attribute.objects.filter(service_id__in=among.keys(found), term__isnull=False)
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
    rows = ServiceAtLocation.objects.filter(service_id__in=among.keys(found)).order_by("external_id")
    named = ("id", "service_id", "location_id", "location__latitude", "location__longitude")
    for identity, key, location, latitude, longitude in rows.values_list(*named):
        at[identity] = key
        locations[location].append(key)
        if latitude is not None and longitude is not None:
            found[key].points.append((latitude, longitude))
    locations.pop(None, None)
    return at, locations


def _add_schedules(found: dict[Any, Heard], at: dict[Any, Any]) -> None:
    for owner, keys in (("service_id", found.keys()), ("place_id", at.keys())):
        rows = Schedule.objects.filter(**{f"{owner}__in": among.keys(keys)})
        for key, *said in rows.values_list(owner, *Hours._fields):
            found[at.get(key, key)].schedules.append(Hours(*said))


def _add_access(found: dict[Any, Heard], locations: dict[Any, list[Any]]) -> None:
    rows = Accessibility.objects.filter(location_id__in=among.keys(locations))
    for location, *said in rows.values_list("location_id", "description", "details"):
        for key in locations[location]:
            found[key].access += said
