"""What a piece of JSON is: which kind of record, or no record at all."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

Data = Mapping[str, Any]


class Shape(StrEnum):
    """The kinds of record that Open Referral feeds hold."""

    SERVICE = "service"
    ORGANISATION = "organization"
    LOCATION = "location"
    SERVICE_AT_LOCATION = "service_at_location"
    TAXONOMY = "taxonomy"
    TERM = "taxonomy_term"


class Form(StrEnum):
    """One of a list (perhaps in brief), a record of its own (all of it), or joined from tables."""

    LIST = "list"
    FULL = "full"
    TABLE = "table"


ENVELOPES = ("contents", "content", "services", "items", "results", "data")
HINTS = (  # longest first: "service_at_location" also holds "service" and "location"
    ("service_at_location", Shape.SERVICE_AT_LOCATION),
    ("taxonomy_term", Shape.TERM),
    ("taxonomies", Shape.TAXONOMY),
    ("taxonomy", Shape.TAXONOMY),
    ("organi", Shape.ORGANISATION),
    ("location", Shape.LOCATION),
    ("service", Shape.SERVICE),
)
SIGNS = (
    (Shape.SERVICE_AT_LOCATION, ({"service", "location"}, {"service_id", "location_id"})),
    (Shape.LOCATION, ({"location_type"}, {"latitude"}, {"addresses"}, {"physical_addresses"})),
    (Shape.TAXONOMY, ({"taxonomy_terms"}, {"uri", "version"})),
    (Shape.TERM, ({"term_uri"}, {"taxonomy"}, {"vocabulary"}, {"parent_id"})),
    (
        Shape.SERVICE,
        (
            {"status"},
            {"organization"},
            {"fees"},
            {"assured_date"},
            {"service_at_locations"},
            {"cost_options"},
        ),
    ),
    (
        Shape.ORGANISATION,
        ({"website"}, {"organization_identifiers"}, {"legal_status"}, {"logo"}, {"parent_organization_id"}),
    ),
)


def hint(name: str) -> Shape | None:
    """What a file's or an endpoint's name promises."""
    return next((shape for word, shape in HINTS if word in name.lower()), None)


def shape(data: Data, hinted: Shape | None) -> Shape | None:
    """What this object is; without a hint or a sign, one with an id and a name counts as a service."""
    signs = (kind for kind, sets in SIGNS if any(keys <= data.keys() for keys in sets))
    found = next(signs, None)
    if hinted and (found is None or _agrees(data, hinted)):
        return hinted
    return found or (Shape.SERVICE if data.keys() & {"id", "name"} else None)


def _agrees(data: Data, hinted: Shape) -> bool:
    """A hint stands unless another kind's sign is there and none of its own."""
    return any(keys <= data.keys() for kind, sets in SIGNS if kind is hinted for keys in sets)


def is_api_description(data: Data) -> bool:
    """The root of an API: it names a version and holds no record."""
    return "openapi_url" in data and "id" not in data


def is_tabular(data: Data) -> bool:
    """A whole tabular package in one JSON file: keys are file names."""
    return bool(data) and all(key.endswith(".csv") for key in data)
