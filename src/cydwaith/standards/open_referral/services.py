"""Services, and services at locations, as directory records."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from cydwaith.place.directory.rules.incoming import Rejected, identity
from cydwaith.place.directory.rules.records import (
    Accepting,
    CostRecord,
    Kind,
    LocationRecord,
    OrganisationRecord,
    ScheduleRecord,
    ServiceAtLocationRecord,
    ServiceRecord,
)

from . import children, entities, fields, made
from .fields import Notes

Data = Mapping[str, Any]

SERVICE_KEYS = frozenset(
    [
        "id",
        "name",
        "alternate_name",
        "description",
        "url",
        "website",
        "email",
        "status",
        "fees",
        "fees_description",
        "accreditations",
        "eligibility_description",
        "eligibilitys",
        "minimum_age",
        "maximum_age",
        "assured_date",
        "assurer_email",
        "assured_by",
        "alert",
        "application_process",
        "attending_access",
        "attending_type",
        "wait_time",
        "interpretation_services",
        "service_areas",
        "organization",
        "service_at_locations",
        "schedules",
        "regular_schedules",
        "phones",
        "contacts",
        "cost_options",
        "languages",
        "attributes",
        "service_taxonomys",
        "translations",
        "kind",
        "accepting",
        "referral_email",
    ]
)
SERVICE_AT_LOCATION_KEYS = frozenset(
    [
        "id",
        "description",
        "service",
        "location",
        "service_id",
        "location_id",
        "schedules",
        "regular_schedule",
        "phones",
        "contacts",
    ]
)
DELIVERABLES = {
    "volunteering opportunity": Kind.VOLUNTEERING,
    "social activity": Kind.GROUP,
    "peer group": Kind.GROUP,
    "specialist-led group": Kind.GROUP,
    "community asset": Kind.PLACE,
}
ACCEPTING = {said.value: said for said in Accepting}
KINDS = {kind.value: kind for kind in Kind}
ONLINE = re.compile(r"online|remote|video|virtual|ar-lein", re.I)
BY_PHONE = re.compile(r"phone|ffôn", re.I)
HOME_VISIT = re.compile(r"home|cartref", re.I)
FREE = re.compile(
    r"\W*(it is |this service is |the service is )?(free|no charge|no cost|none|nil|am ddim|£?0(\.00)?)\b",
    re.I,
)


def service(data: Data, notes: Notes) -> ServiceRecord:
    """A service in list or full form, of version 1 or 3. Raises Rejected."""
    own = identity(data)
    when = children.schedules(data, notes)
    where = _places(data, own, notes)
    return ServiceRecord(
        external_id=own,
        original=dict(data),
        extra=entities.rest(data, SERVICE_KEYS),
        organisation=_organisation(data, notes),
        places=where,
        schedules=when,
        phones=children.phones(data, notes),
        contacts=children.contacts(data, notes),
        languages=children.languages(data, notes),
        attributes=entities.attributes(data, notes),
        **_said(data, notes),
        **_welsh(data, notes),
        **_for_whom(data, notes),
        **_price(data, notes),
        **_checked(data, notes),
        **_reach(data, when, where, notes),
    )


def _said(data: Data, notes: Notes) -> dict[str, Any]:
    lines = ("alternate_name", "accreditations", "attending_access")
    texts = ("description", "alert", "application_process", "wait_time")
    status = fields.line(data, "status", notes).lower() or "active"
    return {
        **{key: fields.line(data, key, notes) for key in lines},
        **{key: fields.text(data, key, notes) for key in texts},
        "name": fields.required_name(data, notes),
        "url": fields.web(data, "url", notes) or fields.web(data, "website", notes),
        "email": fields.email(data, "email", notes),
        "referral_email": fields.email(data, "referral_email", notes),
        "interpretation": fields.text(data, "interpretation_services", notes),
        "status": status,
        "accepting": _accepting(data),
    }


def _welsh(data: Data, notes: Notes) -> dict[str, Any]:
    said = fields.welsh(data, notes)
    return {"name_cy": said.pop("name", ""), "description_cy": said.pop("description", ""), "welsh": said}


def _accepting(data: Data) -> Accepting:
    """Our extension: ``accepting`` is true, false, "yes" or "paused"."""
    said = data.get("accepting")
    if isinstance(said, bool):
        return Accepting.YES if said else Accepting.PAUSED
    return ACCEPTING.get(said, Accepting.UNKNOWN) if isinstance(said, str) else Accepting.UNKNOWN


def _for_whom(data: Data, notes: Notes) -> dict[str, Any]:
    """Eligibility: fields of the service, or version 1's list of rules."""
    rules = fields.parts(data, "eligibilitys", "eligibilities")
    said = [fields.text(data, "eligibility_description", notes)]
    said += [fields.text(rule, "eligibility", notes) for rule in rules]
    areas = fields.parts(data, "service_areas")
    named = (fields.line(area, "name", notes) or fields.line(area, "service_area", notes) for area in areas)
    return {
        "eligibility": "\n\n".join(text for text in said if text),
        "minimum_age": _age("minimum_age", data, rules, notes),
        "maximum_age": _age("maximum_age", data, rules, notes),
        "areas": tuple(name for name in named if name),
    }


def _age(key: str, data: Data, rules: list[Data], notes: Notes) -> int | None:
    ages = (fields.whole_number(place, key, notes) for place in (data, *rules))
    return next((age for age in ages if age is not None), None)


def _price(data: Data, notes: Notes) -> dict[str, Any]:
    fees = fields.text(data, "fees_description", notes) or fields.text(data, "fees", notes)
    costs = children.costs(data, notes)
    return {"fees": fees, "costs": costs, "free": is_free(fees, costs)}


def is_free(fees: str, costs: tuple[CostRecord, ...]) -> bool | None:
    """True or False where the record says so; None where it does not."""
    amounts = [cost.amount for cost in costs if cost.amount is not None]
    if amounts:
        return max(amounts) == Decimal(0)
    return True if FREE.match(fees) else None


def _checked(data: Data, notes: Notes) -> dict[str, Any]:
    """Who assured it, as an organisation: of a person's address only the domain is kept."""
    by = fields.line(data, "assured_by", notes) or fields.line(data, "assurer_email", notes)
    return {"last_assured": fields.day(data, "assured_date", notes), "assured_by": by.rpartition("@")[2]}


def _reach(
    data: Data,
    when: tuple[ScheduleRecord, ...],
    where: tuple[ServiceAtLocationRecord, ...],
    notes: Notes,
) -> dict[str, Any]:
    said = " ".join([fields.line(data, "attending_type", notes), *(s.attending_type for s in when)])
    kind = _what(data, notes)
    virtual = any(place.location and place.location.location_type == "virtual" for place in where)
    return {
        "kind": kind,
        "online": bool(ONLINE.search(said)) or virtual or kind is Kind.ONLINE,
        "by_phone": bool(BY_PHONE.search(said)),
        "home_visit": bool(HOME_VISIT.search(said)),
    }


def _what(data: Data, notes: Notes) -> Kind:
    said = KINDS.get(fields.line(data, "kind", notes).lower())
    return said or DELIVERABLES.get(fields.line(data, "deliverable_type", notes).lower(), Kind.SERVICE)


def _organisation(data: Data, notes: Notes) -> OrganisationRecord | None:
    """The organisation; a service is taken in without one, and that is said."""
    given = next(iter(fields.parts(data, "organization")), None)
    if given is not None:
        return entities.or_left_out(entities.organisation, given, "Its organisation", notes)
    if not data.get("organization_id"):
        notes.add("No organisation is named, so people cannot see who runs it.")
    return None


def _places(data: Data, owner: str, notes: Notes) -> tuple[ServiceAtLocationRecord, ...]:
    found = enumerate(fields.parts(data, "service_at_locations"))
    places = (
        _place(part, made.identity(owner, "service_at_locations", number), notes) for number, part in found
    )
    return tuple(place for place in places if place)


def _place(part: Data, made_up: str, notes: Notes) -> ServiceAtLocationRecord | None:
    """Version 1 feeds leave out the ids of places; ours is made from the service's and stays the same."""
    given = next(iter(fields.parts(part, "location")), None)
    location = {**given, "id": given.get("id") or made.identity(made_up, "location", 0)} if given else None
    whole = {**part, "id": part.get("id") or made_up}
    return entities.or_left_out(
        lambda data, said: _at(data, location, None, said), whole, "One of its places", notes
    )


def _at(data: Data, location: Data | None, of: ServiceRecord | None, notes: Notes) -> ServiceAtLocationRecord:
    where: LocationRecord | None = entities.location(location, notes) if location else None
    return ServiceAtLocationRecord(
        external_id=identity(data),
        original=dict(data),
        extra=entities.rest(data, SERVICE_AT_LOCATION_KEYS),
        description=fields.text(data, "description", notes),
        service=of,
        location=where,
        schedules=children.schedules(data, notes),
        phones=children.phones(data, notes),
        contacts=children.contacts(data, notes),
    )


def service_at_location(data: Data, notes: Notes) -> ServiceAtLocationRecord:
    """A service at a location as a record of its own. Raises Rejected."""
    part = next(iter(fields.parts(data, "service")), None)
    if part is None:
        raise Rejected("It does not say which service it is about. Add the service.")
    location = next(iter(fields.parts(data, "location")), None)
    return _at(data, location, service(part, notes), notes)
