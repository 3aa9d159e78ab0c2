"""Whatever official example is taken in comes out again: every value of every record, and every cell of every table.

What may differ, as docs/reference/open-referral.md says: "" and null are left out, and rows of a table that
point at nothing belong to nothing.
"""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from cydwaith.kernel import actor
from cydwaith.place.directory.queries import publishing
from cydwaith.standards.open_referral import bulk, tabular
from cydwaith.standards.open_referral.writing import nesting
from tests.standards.publishing import NEWER, OFFICIAL, ask, take_in

pytestmark = pytest.mark.django_db

RECORDS = sorted(
    path
    for path in OFFICIAL.rglob("*.json")
    if path.parent.name != "csv" and "fail" not in str(path) and path.stem not in ("base", "tabular")
)
PACKAGES = sorted(path for path in OFFICIAL.rglob("*") if path.name in ("csv", "tabular.json"))
ENDPOINTS = {
    "service_at_location": "service_at_locations/",
    "taxonomy_term": "taxonomy_terms/",
    "taxonomy": "taxonomies/",
    "organization": "organizations/",
    "service": "services/",
}


def name(path: Path) -> str:
    return str(path.relative_to(OFFICIAL))


def given(path: Path) -> list[dict[str, Any]]:
    whole = json.loads(path.read_text())
    return whole.get("contents", [whole])


def published(path: Path, identity: str) -> Any:
    """The record as it is published; locations have no address of their own in version 3."""
    kind = next((kind for kind in ENDPOINTS if path.stem.startswith(kind)), "location")
    if kind == "location":
        found = publishing.find(actor.anonymous(), "location", identity)
        return nesting.plain("location", found.entry)
    return ask(f"{NEWER}{ENDPOINTS[kind]}{identity}", full_service="true")


def lost(came: Any, gone: Any, at: str = "") -> Iterator[str]:
    """Where a value that came is not there any more."""
    if isinstance(came, dict):
        for key, value in came.items():
            if value not in ("", None, [], {}):
                inner = gone.get(key) if isinstance(gone, dict) else None
                yield from lost(value, inner, f"{at}/{key}")
    elif isinstance(came, list):
        by_id = {part.get("id"): part for part in gone or () if isinstance(part, dict)}
        for part in came:
            yield from lost(part, by_id.get(part.get("id")), f"{at}/{part.get('id')}")
    elif came != gone:
        yield f"{at}: {came!r} became {gone!r}"


@pytest.mark.parametrize("path", RECORDS, ids=name)
def test_every_value_of_every_official_record_is_published(path: Path) -> None:
    take_in(path)
    for record in given(path):
        assert list(lost(record, published(path, record["id"]))) == []


def package() -> dict[str, list[dict[str, str]]]:
    target = io.BytesIO()
    bulk.write(actor.system("a test"), target, form="csv", version="3.0", said=lambda _: None)
    with ZipFile(target) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".csv")}
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text))) for name, text in texts.items()
    }


def came_in(path: Path) -> dict[str, list[dict[str, Any]]]:
    files = (
        {file.name: list(csv.DictReader(file.open())) for file in path.glob("*.csv")}
        if path.is_dir()
        else json.loads(path.read_text())
    )
    return tabular.tables(files)


ON_THEIR_OWN = {"services", "organizations", "locations", "taxonomies", "taxonomy_terms"}


def belongs(table: str, row: dict[str, Any], tables: dict[str, list[dict[str, Any]]]) -> bool:
    """Stands on its own, names an owner that is in the package, or is named by another row."""
    others = [other for rows in tables.values() for other in rows if other is not row]
    named = {value for other in others for key, value in other.items() if key.endswith("_id")}
    owners = {value for key, value in row.items() if key.endswith("_id") and key != "taxonomy_term_id"}
    return table in ON_THEIR_OWN or row["id"] in named or bool(owners & {other.get("id") for other in others})


@pytest.mark.parametrize("path", PACKAGES, ids=name)
def test_every_cell_of_every_official_table_is_published(path: Path) -> None:
    take_in(path)
    tables, out = came_in(path), package()
    missing = []
    for table, rows in tables.items():
        if table == "meta_table_descriptions":
            continue
        found = {
            row["id"]: row
            for row in out.get({"service_at_locations": "service_at_location"}.get(table, table), [])
        }
        for row in rows:
            if not belongs(table, row, tables):
                continue
            mine = found.get(row["id"], {})
            missing += [
                f"{table}/{key}: {value!r} became {mine.get(key)!r}"
                for key, value in row.items()
                if str(value).strip('"') != str(mine.get(key)).strip('"')
            ]
    assert missing == []
