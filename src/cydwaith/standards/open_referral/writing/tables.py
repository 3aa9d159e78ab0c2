"""Nested records as rows of the tables of HSDS: a row names the record that it belongs to."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from .fields import VERSION_3, Field

Record = Mapping[str, Any]
Row = dict[str, Any]

TABLES = {
    "organization": "organizations",
    "program": "programs",
    "service": "services",
    "service_area": "service_areas",
    "service_at_location": "service_at_location",
    "location": "locations",
    "address": "addresses",
    "accessibility": "accessibility",
    "phone": "phones",
    "schedule": "schedules",
    "funding": "funding",
    "cost_option": "cost_options",
    "required_document": "required_documents",
    "language": "languages",
    "contact": "contacts",
    "organization_identifier": "organization_identifiers",
    "service_capacity": "service_capacity",
    "unit": "units",
    "url": "url",
    "attribute": "attributes",
    "taxonomy": "taxonomies",
    "taxonomy_term": "taxonomy_terms",
    "metadata": "metadata",
}
ALONE = frozenset({"organization", "location", "service"})
"""What has a table of its own rows: within another record only its id is written."""
FOREIGN = {"taxonomy_detail": "taxonomy_id"}


def rows(entity: str, record: Record) -> Iterator[tuple[str, Row]]:
    """A record and all in it as (table, row); children after the row that owns them."""
    fields = VERSION_3[entity]
    row: Row = {}
    within: list[tuple[str, Record]] = []
    for key, value in record.items():
        field = fields.get(key)
        if field is None or not field.is_nested:
            row[key] = _cell(value)
        elif field.kind == "object":
            row[FOREIGN.get(key, f"{key}_id")] = value.get("id")
            within += [(field.of[0], value)]
        else:
            within += [(field.of[0], {**_link(entity, field, record), **part}) for part in value]
    yield entity, row
    for inner, part in within:
        if inner not in ALONE:
            yield from rows(inner, part)


def _link(entity: str, field: Field, record: Record) -> Row:
    """How a part says whose it is."""
    identity = record.get("id")
    if field.of[0] == "attribute":
        return {"link_id": identity, "link_entity": entity}
    if field.of[0] == "metadata":
        return {"resource_id": identity, "resource_type": entity}
    return {f"{entity}_id": identity}


def _cell(value: Any) -> Any:
    """A value as it stands in a cell; what the standard has no column for is written as JSON."""
    if isinstance(value, list | Mapping):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def columns(entity: str, met: Mapping[str, None]) -> list[str]:
    """The columns of a table: those of the standard in its order, then whatever else was met."""
    known = [name for name in VERSION_3[entity] if name in met]
    return known + [name for name in met if name not in known]


def resource(entity: str, names: list[str]) -> dict[str, Any]:
    """How a tabular data package describes one of its tables."""
    fields = VERSION_3[entity]
    return {
        "name": TABLES[entity],
        "path": f"{TABLES[entity]}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_described(name, fields.get(name)) for name in names], "primaryKey": "id"},
    }


def _described(name: str, field: Field | None) -> dict[str, Any]:
    kind = field.kind if field else ""
    found: dict[str, Any] = {
        "name": name,
        "type": {"number": "number", "date-time": "datetime"}.get(kind, "string"),
    }
    if field and field.kind == "one of":
        found["constraints"] = {"enum": list(field.of)}
    return found
