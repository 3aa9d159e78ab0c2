"""Organisations, locations, taxonomies and their terms as directory records."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from cydwaith.place.directory.rules.incoming import Rejected, identity
from cydwaith.place.directory.rules.records import (
    AttributeRecord,
    LocationRecord,
    OrganisationRecord,
    TaxonomyRecord,
    TermRecord,
)

from . import children, fields
from .fields import Notes

Data = Mapping[str, Any]
T = TypeVar("T")

ORGANISATION_KEYS = frozenset(
    [
        "id",
        "name",
        "alternate_name",
        "description",
        "email",
        "website",
        "url",
        "logo",
        "uri",
        "legal_status",
        "parent_organization_id",
        "phones",
        "contacts",
        "locations",
        "services",
        "translations",
    ]
)
LOCATION_KEYS = frozenset(
    [
        "id",
        "name",
        "description",
        "location_type",
        "latitude",
        "longitude",
        "addresses",
        "physical_addresses",
        "transportation",
        "url",
        "accessibility",
        "accessibility_for_disabilities",
        "schedules",
        "regular_schedules",
        "phones",
        "contacts",
        "languages",
        "translations",
        "service_at_locations",
    ]
)
TERM_KEYS = frozenset(
    [
        "id",
        "name",
        "term",
        "description",
        "code",
        "term_uri",
        "taxonomy",
        "vocabulary",
        "parent_id",
        "taxonomy_detail",
        "translations",
    ]
)
TAXONOMY_KEYS = frozenset(["id", "name", "description", "uri", "version", "taxonomy_terms"])


def rest(data: Data, known: frozenset[str]) -> dict[str, Any]:
    """What no column holds; an empty string is as good as absent."""
    return {key: value for key, value in data.items() if key not in known and value not in ("", None, [], {})}


def or_left_out(make: Callable[[Data, Notes], T], part: Data, what: str, notes: Notes) -> T | None:
    """A nested record, or None and a note: one bad part does not cost the whole."""
    try:
        return make(part, notes)
    except Rejected as error:
        notes.add(f"{what} was left out. {error}")
        return None


def organisation(data: Data, notes: Notes) -> OrganisationRecord:
    """An organisation without its services. Raises Rejected."""
    cymraeg = fields.welsh(data, notes)
    return OrganisationRecord(
        external_id=identity(data),
        original=dict(data),
        extra=rest(data, ORGANISATION_KEYS),
        name=fields.required_name(data, notes),
        name_cy=cymraeg.get("name", ""),
        description=fields.text(data, "description", notes),
        description_cy=cymraeg.get("description", ""),
        email=fields.email(data, "email", notes),
        url=fields.web(data, "website", notes) or fields.web(data, "url", notes),
        logo=fields.web(data, "logo", notes),
        uri=fields.line(data, "uri", notes),
        legal_status=fields.line(data, "legal_status", notes),
        parent_external_id=fields.line(data, "parent_organization_id", notes),
        phones=children.phones(data, notes),
        contacts=children.contacts(data, notes),
        locations=_locations(data, notes),
    )


def _locations(data: Data, notes: Notes) -> tuple[LocationRecord, ...]:
    parts = fields.parts(data, "locations")
    found = (or_left_out(location, part, "One of its locations", notes) for part in parts)
    return tuple(place for place in found if place)


def location(data: Data, notes: Notes) -> LocationRecord:
    """A location; its name may be absent. Raises Rejected."""
    cymraeg = fields.welsh(data, notes)
    latitude = fields.degrees(data, "latitude", 90, notes)
    longitude = fields.degrees(data, "longitude", 180, notes)
    here = latitude is not None and longitude is not None and (latitude, longitude) != (0, 0)
    address = next(iter(fields.parts(data, "addresses", "physical_addresses")), {})
    return LocationRecord(
        external_id=identity(data),
        original=dict(data),
        extra=rest(data, LOCATION_KEYS),
        name=fields.line(data, "name", notes),
        name_cy=cymraeg.get("name", ""),
        description=fields.text(data, "description", notes),
        location_type=fields.line(data, "location_type", notes),
        latitude=latitude if here else None,
        longitude=longitude if here else None,
        address=_street(address, notes),
        address_cy=cymraeg.get("address_1", ""),
        city=fields.line(address, "city", notes),
        city_cy=cymraeg.get("city", ""),
        postcode=fields.line(address, "postal_code", notes).upper(),
        transportation=fields.text(data, "transportation", notes),
        url=fields.web(data, "url", notes),
        accessibility=children.accessibility(data, notes),
        schedules=children.schedules(data, notes),
        phones=children.phones(data, notes),
        contacts=children.contacts(data, notes),
        languages=children.languages(data, notes),
    )


def _street(address: Data, notes: Notes) -> str:
    lines = (fields.line(address, key, notes) for key in ("address_1", "address_2"))
    return ", ".join(line for line in lines if line)


def term(data: Data, notes: Notes) -> TermRecord:
    """A taxonomy term. Raises Rejected."""
    detail = next(iter(fields.parts(data, "taxonomy_detail")), {})
    return TermRecord(
        external_id=identity(data),
        original=dict(data),
        extra=rest(data, TERM_KEYS),
        name=fields.line(data, "name", notes) or fields.required_name({"name": data.get("term")}, notes),
        name_cy=fields.welsh(data, notes).get("name", ""),
        description=fields.text(data, "description", notes),
        code=fields.line(data, "code", notes),
        uri=fields.line(data, "term_uri", notes),
        taxonomy=_taxonomy_name(data, detail, notes),
        parent_external_id=fields.line(data, "parent_id", notes),
    )


def _taxonomy_name(data: Data, detail: Data, notes: Notes) -> str:
    named = fields.line(detail, "name", notes) or fields.line(data, "vocabulary", notes)
    return named or (fields.line(data, "taxonomy", notes) if isinstance(data.get("taxonomy"), str) else "")


def taxonomy(data: Data, notes: Notes) -> TaxonomyRecord:
    """A taxonomy, with its terms where the record holds them. Raises Rejected."""
    return TaxonomyRecord(
        external_id=identity(data),
        original=dict(data),
        extra=rest(data, TAXONOMY_KEYS),
        name=fields.required_name(data, notes),
        description=fields.text(data, "description", notes),
        uri=fields.line(data, "uri", notes),
        version=fields.line(data, "version", notes),
        terms=_terms(data, notes),
    )


def _terms(data: Data, notes: Notes) -> tuple[TermRecord, ...]:
    parts = fields.parts(data, "taxonomy_terms")
    found = (or_left_out(term, part, "One of its terms", notes) for part in parts)
    return tuple(said for said in found if said)


def attributes(data: Data, notes: Notes) -> tuple[AttributeRecord, ...]:
    """Terms said of a record: ``attributes``, or version 1's ``service_taxonomys``."""
    found = fields.parts(data, "attributes", "service_taxonomys", "service_taxonomies")
    return tuple(_attribute(part, notes) for part in found)


def _attribute(part: Data, notes: Notes) -> AttributeRecord:
    said = next((t for t in fields.parts(part, "taxonomy_term", "taxonomy") if t.get("id")), None)
    return AttributeRecord(
        external_id=fields.line(part, "id", notes),
        link_type=fields.line(part, "link_type", notes),
        label=fields.line(part, "label", notes),
        value=fields.line(part, "value", notes),
        term=or_left_out(term, said, "One of its terms", notes) if said else None,
    )
