"""Tabular packages (CSV files, or HSDS's tabular.json) joined into nested records.

Tables are joined in memory: packages are small. Reads the file names of HSDS 3, plural or singular, and what
HSDS 1 wrote into one column (a service's location, "English, Welsh", a location's accessibility).
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .shapes import Shape

Row = dict[str, Any]
Tables = Mapping[str, list[Row]]

NAMES = {
    "service": "services",
    "organization": "organizations",
    "location": "locations",
    "service_at_location": "service_at_locations",
    "schedule": "schedules",
    "regular_schedules": "schedules",
    "address": "addresses",
    "attribute": "attributes",
    "taxonomy_term": "taxonomy_terms",
    "phone": "phones",
    "contact": "contacts",
    "cost_option": "cost_options",
    "language": "languages",
    "accessibilities": "accessibility",
    "accessibility_for_disabilities": "accessibility",
    "service_area": "service_areas",
    "required_document": "required_documents",
    "organization_identifier": "organization_identifiers",
    "service_capacities": "service_capacity",
    "urls": "url",
}
OF_SERVICE = [
    "schedules",
    "phones",
    "contacts",
    "cost_options",
    "languages",
    "service_areas",
    "funding",
    "required_documents",
]
OF_LOCATION = ["addresses", "accessibility", "phones", "contacts", "languages", "schedules"]
OF_ORGANISATION = ["phones", "contacts", "organization_identifiers", "funding", "programs"]
OF_PLACE = ["schedules", "phones", "contacts", "service_areas"]
WITHIN = {"contacts": ("contact_id", "phones"), "phones": ("phone_id", "languages")}
"""What may belong to a part alone, and the column that says so."""
NESTED_CELLS = {"translations"}
OWNERS = {"service_id", "location_id", "organization_id", "service_at_location_id"}


def read_folder(folder: Path) -> dict[str, list[Row]]:
    """Every CSV file of a folder as rows without empty cells. Raises ValueError, UnicodeDecodeError."""
    return tables({file.name: _rows(file) for file in sorted(folder.glob("*.csv"))})


def _rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return [dict(row) for row in csv.DictReader(opened, restkey="more columns than headings")]


def tables(files: Mapping[str, Any]) -> dict[str, list[Row]]:
    """Rows by our name of the table; empty cells are absent."""
    found: dict[str, list[Row]] = defaultdict(list)
    for name, rows in files.items():
        stem = name.removesuffix(".csv")
        kept = [_filled(row) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        key = "taxonomies" if stem == "taxonomy" and not _holds_terms(kept) else NAMES.get(stem, stem)
        found["taxonomy_terms" if key == "taxonomy" else key].extend(kept)
    return {name: list(_once(rows)) for name, rows in found.items()}


def _filled(row: Mapping[str, Any]) -> Row:
    kept = {key: value for key, value in row.items() if value not in ("", None) and value != '""'}
    return kept | {key: _read(kept[key]) for key in NESTED_CELLS & kept.keys()}


def _read(cell: Any) -> Any:
    """A cell in which we wrote JSON, because the standard's tables have no place for what it holds."""
    try:
        return json.loads(cell) if isinstance(cell, str) else cell
    except ValueError:
        return cell


def _holds_terms(rows: list[Row]) -> bool:
    """HSDS 1 keeps terms in taxonomy.csv, HSDS 3 keeps taxonomies there."""
    return any("taxonomy_id" in row or "parent_id" in row for row in rows)


def _once(rows: list[Row]) -> Iterator[Row]:
    """The official UK package holds the same row in two files (schedule.csv, schedules.csv)."""
    seen: set[object] = set()
    for row in rows:
        identity = row.get("id")
        if identity is None or identity not in seen:
            seen.add(identity)
            yield row


def records(package: Tables) -> Iterator[tuple[Shape, Row]]:
    """Nested records: taxonomies, terms, organisations, locations, then services with all they own."""
    of = _Owned(package)
    for row in package.get("taxonomies", ()):
        yield Shape.TAXONOMY, row
    for row in package.get("taxonomy_terms", ()):
        yield Shape.TERM, _term(row)
    for row in package.get("organizations", ()):
        yield Shape.ORGANISATION, of.organisation(row)
    for row in package.get("locations", ()):
        yield Shape.LOCATION, of.location(row)
    for row in package.get("services", ()):
        yield Shape.SERVICE, of.service(row)


def _term(row: Row) -> Row:
    """HSDS 1 calls a term's own id ``taxonomy_id``."""
    if "id" in row or "taxonomy_id" not in row:
        return row
    return {"id": row["taxonomy_id"], **{k: v for k, v in row.items() if k != "taxonomy_id"}}


class _Owned:
    """Rows found by the record that they belong to."""

    def __init__(self, package: Tables) -> None:
        self._by: dict[tuple[str, str], dict[str, list[Row]]] = {}
        self._package = package
        self._organisations = _by_id(package.get("organizations", []))
        self._locations = _by_id(package.get("locations", []))
        self._programs = _by_id(package.get("programs", []))
        self._units = _by_id(package.get("units", []))
        self._terms = _by_id([_term(row) for row in package.get("taxonomy_terms", [])])

    def children(self, key: str, row: Row, names: list[str]) -> Row:
        """Each of these tables' rows that name this row under ``key``."""
        found = {name: self._where(name, key, row.get("id")) for name in names}
        return {name: [self._with_parts(name, row) for row in rows] for name, rows in found.items() if rows}

    def _with_parts(self, table: str, row: Row) -> Row:
        """A part with what is its alone: a contact's phones, a phone's languages, attributes of any."""
        if "id" not in row:
            return row
        key, inner = WITHIN.get(table, ("", ""))
        parts = [part for part in self._where(inner, key, row["id"]) if not part.keys() & OWNERS]
        kept = {inner: [self._with_parts(inner, part) for part in parts]} if parts else {}
        return row | kept | self._linked(row)

    def _where(self, table: str, key: str, value: object) -> list[Row]:
        if (table, key) not in self._by:
            index: dict[str, list[Row]] = defaultdict(list)
            for row in self._package.get(table, ()):
                if key in row:
                    index[row[key]].append(row)
            self._by[table, key] = index
        return self._by[table, key].get(str(value), [])

    def organisation(self, row: Row) -> Row:
        whole = row | self.children("organization_id", row, OF_ORGANISATION)
        web = self._where("url", "organization_id", row.get("id"))
        return whole | ({"additional_websites": web} if web else {}) | self._linked(row)

    def _linked(self, row: Row) -> Row:
        """Attributes of anything but a service."""
        linked = [self._attribute(link) for link in self._where("attributes", "link_id", row.get("id"))]
        return {"attributes": linked} if linked else {}

    def location(self, row: Row) -> Row:
        whole = row | self.children("location_id", row, OF_LOCATION) | self._linked(row)
        whole["schedules"] = [s for s in whole.get("schedules", []) if "service_id" not in s]
        if isinstance(row.get("accessibility"), str):
            whole["accessibility"] = [{"description": said} for said in _listed(row["accessibility"])]
        if isinstance(row.get("languages"), str):
            whole["languages"] = [{"name": said} for said in _listed(row["languages"])]
        return whole

    def service(self, row: Row) -> Row:
        whole = row | self.children("service_id", row, OF_SERVICE)
        if owner := self._owner(row):
            whole["organization"] = owner
        if program := self._programs.get(str(row.get("program_id"))):
            whole["program"] = program
        if isinstance(row.get("languages"), str):
            whole["languages"] = [{"name": said} for said in _listed(row["languages"])]
        if places := self._places(row):
            whole["service_at_locations"] = places
        if "eligibility" in row:
            whole["eligibility_description"] = row["eligibility"]
        if said := self._attributes(row):
            whole["attributes"] = said
        return whole | self._newer(row)

    def _newer(self, row: Row) -> Row:
        """What HSDS 3.1 adds: how many it can take, in which unit, and further addresses on the web."""
        units = self._units
        room = [
            part | ({"unit": units[part["unit_id"]]} if part.get("unit_id") in units else {})
            for part in self._where("service_capacity", "service_id", row.get("id"))
        ]
        web = self._where("url", "service_id", row.get("id"))
        return {key: parts for key, parts in (("capacities", room), ("additional_urls", web)) if parts}

    def _owner(self, row: Row) -> Row | None:
        """The organisation that the service names, or in HSDS 1 the one that its location names."""
        location = self._locations.get(str(row.get("location_id")), {})
        named = row.get("organization_id") or location.get("organization_id")
        return self._organisations.get(str(named))

    def _places(self, row: Row) -> list[Row]:
        links = self._where("service_at_locations", "service_id", row.get("id"))
        if not links and row.get("location_id"):
            links = [{"id": f"{row.get('id')}~0", "location_id": row["location_id"]}]
        return [self._place(link) for link in links]

    def _place(self, link: Row) -> Row:
        location = self._locations.get(str(link.get("location_id")))
        whole = link | self.children("service_at_location_id", link, OF_PLACE)
        return whole | ({"location": self.location(location)} if location else {})

    def _attributes(self, row: Row) -> list[Row]:
        linked = self._where("attributes", "link_id", row.get("id"))
        named = [{"taxonomy_term_id": said} for said in _listed(str(row.get("taxonomy_ids", "")))]
        return [self._attribute(link) for link in (*linked, *named)]

    def _attribute(self, link: Row) -> Row:
        said = self._terms.get(str(link.get("taxonomy_term_id")))
        return link | ({"taxonomy_term": said} if said else {})


def _by_id(rows: list[Row]) -> dict[str, Row]:
    return {str(row["id"]): row for row in rows if "id" in row}


def _listed(text: str) -> list[str]:
    return [word.strip().replace("_", " ") for word in re.split(r"[,;]", text) if word.strip(' "')]
