"""Records in the words of version 1: fields that only version 3 has are left out, extensions stay."""

from collections.abc import Iterable, Mapping
from typing import Any

from .. import made
from .fields import VERSION_1, VERSION_3, Field
from .fitting import is_empty

Record = dict[str, Any]
WEB = ("http://", "https://", "ftp://", "ws://", "wss://")


def service(whole: Record) -> Record:
    """A version 3 service (see ``nesting``) as version 1 has it, with all that belongs to it."""
    found = _renamed("service", whole, {})
    found["fees"] = whole.get("fees_description") or whole.get("fees")
    if isinstance(whole.get("organization"), Mapping):
        found["organization"] = organisation(whole["organization"])
    found["attending_type"] = whole.get("attending_type") or _attending(whole)
    found["eligibilitys"] = _eligibility(whole)
    found["service_taxonomys"] = list(_taxonomies(whole))
    found["regular_schedules"] = list(_each(whole, "schedules", schedule))
    found["service_at_locations"] = list(_each(whole, "service_at_locations", place))
    found["languages"] = list(_each(whole, "languages", _language))
    found["service_areas"] = list(_each(whole, "service_areas", _area))
    found["fundings"] = list(_each(whole, "funding", _same("funding")))
    found["cost_options"] = list(_each(whole, "cost_options", _same("cost_option")))
    found["contacts"] = list(_each(whole, "contacts", _contact))
    return _fit("service", found)


def brief_service(whole: Record) -> Record:
    """A service as version 1's list has it."""
    kept = {"organization"}
    return {key: value for key, value in service(whole).items() if key in kept or _is_single(value)}


def organisation(whole: Mapping[str, Any]) -> Record:
    """An organisation without what it runs."""
    return _fit("organization", _renamed("organization", whole, {"website": "url"}))


def organisation_with_services(whole: Record) -> Record:
    """An organisation and the services that it runs, in brief."""
    services = [_fit("brief_service", _renamed("service", one, {})) for one in whole.get("services", ())]
    return organisation(whole) | ({"services": services} if services else {})


def place(whole: Mapping[str, Any]) -> Record:
    """A service at a location."""
    found = _renamed("service_at_location", whole, {})
    if isinstance(whole.get("location"), Mapping):
        found["location"] = location(whole["location"])
    found["regular_schedule"] = list(_each(whole, "schedules", schedule))
    return _fit("service_at_location", found)


def location(whole: Mapping[str, Any]) -> Record:
    """A location with its addresses and what makes it easier to use."""
    found = _renamed("location", whole, {})
    found["physical_addresses"] = list(_each(whole, "addresses", _same("physical_address")))
    found["accessibility_for_disabilities"] = list(_each(whole, "accessibility", _access))
    return _fit("location", found)


def brief_location(whole: Mapping[str, Any]) -> Record:
    """A location as version 1's list has it."""
    return {key: value for key, value in location(whole).items() if _is_single(value)}


def schedule(whole: Mapping[str, Any]) -> Record:
    """When, in a regular schedule."""
    return _fit("regular_schedule", _renamed("schedule", whole, {}))


def taxonomy(term: Mapping[str, Any]) -> Record:
    """What version 1 calls a taxonomy is a term of version 3."""
    detail = term.get("taxonomy_detail")
    named = detail.get("name") if isinstance(detail, Mapping) else term.get("taxonomy")
    found = {"id": term.get("id"), "name": term.get("name"), "parent_id": term.get("parent_id")}
    return _fit("taxonomy", found | {"vocabulary": named})


def _renamed(kind: str, whole: Mapping[str, Any], names: Mapping[str, str]) -> Record:
    """Without version 3's own fields, except where version 1 knows the same word for a single value."""
    ours, theirs = VERSION_3[kind], VERSION_1.get(kind, VERSION_1.get(f"regular_{kind}", {}))
    kept = {}
    for key, value in whole.items():
        name = names.get(key, key)
        field = theirs.get(name)
        if (field and not field.is_nested) or (key not in ours and field is None):
            kept[name] = value
    return kept


def _fit(kind: str, record: Record) -> Record:
    """Only what is there and what version 1 takes in these fields."""
    fields = VERSION_1[kind]
    return {
        key: value for key, value in record.items() if not is_empty(value) and _fits(fields.get(key), value)
    }


def _fits(field: Field | None, value: Any) -> bool:
    if field is None:
        return True
    if field.kind == "one of":
        return value in field.of
    return field.kind != "web" or str(value).startswith(WEB)


def _each(whole: Mapping[str, Any], key: str, make: Any) -> Iterable[Record]:
    return (make(part) for part in whole.get(key, ()) if isinstance(part, Mapping))


def _same(kind: str) -> Any:
    """A part that has the same words in both versions."""
    return lambda part: _fit(kind, {key: part[key] for key in VERSION_1[kind] if key in part})


def _language(part: Mapping[str, Any]) -> Record:
    return {"id": part["id"], "language": part.get("name") or part.get("code") or part["id"]}


def _area(part: Mapping[str, Any]) -> Record:
    found = {key: part[key] for key in ("id", "extent", "uri") if key in part}
    return _fit("service_area", found | {"service_area": part.get("name") or part.get("service_area")})


def _access(part: Mapping[str, Any]) -> Record:
    return _fit(
        "accessibility", {"id": part["id"], "accessibility": part.get("description") or part.get("details")}
    )


def _contact(part: Mapping[str, Any]) -> Record:
    phones = list(_each(part, "phones", _same("phone")))
    return _fit("contact", {key: part.get(key) for key in ("id", "name", "title")} | {"phones": phones})


def _eligibility(whole: Record) -> list[Record]:
    keys = {
        "eligibility_description": "eligibility",
        "minimum_age": "minimum_age",
        "maximum_age": "maximum_age",
    }
    said = {name: whole[key] for key, name in keys.items() if key in whole}
    return [{"id": made.identity(whole["id"], "eligibility"), **said}] if said else []


def _taxonomies(whole: Record) -> Iterable[Record]:
    for part in whole.get("attributes", ()):
        term = part.get("taxonomy_term")
        if isinstance(term, Mapping):
            yield {"id": part["id"], "taxonomy": taxonomy(term)}


def _attending(whole: Record) -> str | None:
    """The first way of attending that version 1 has a word for."""
    said = {str(part.get("attending_type", "")).lower() for part in whole.get("schedules", ())}
    return next((way for way in VERSION_1["service"]["attending_type"].of if way in said), None)


def _is_single(value: object) -> bool:
    return not isinstance(value, list | Mapping)
