"""What is published passes the official profile and schemas, whatever feed it came from."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.standards.publishing import NEWER, OFFICIAL, OLDER, service, take_in, take_in_records
from tests.support.validator import Verdict, validate

pytestmark = pytest.mark.django_db

OF_VERSION_1: dict[str, Any] = {
    "id": "2a3483ea-8966-4f50-9dc3-7bafa1e5c623",
    "name": "Cinio cynnes",
    "description": "<p>A warm meal.</p>",
    "url": "www.cinio.example/lunch",
    "email": "",
    "status": "Active",
    "fees": "",
    "accreditations": None,
    "deliverable_type": "Social activity",
    "attending_type": "venue",
    "assured_date": "2024-05-01",
    "pc_metadata": {"date_created": "2021-01-06", "date_modified": ""},
    "organization": {
        "id": "8ba0fc32-bd7c-beef-feed-70c07d8d9e1f",
        "name": "Cegin",
        "url": "https://cegin.example",
    },
    "eligibilitys": [{"id": "e1", "eligibility": "adult", "minimum_age": "18", "maximum_age": ""}],
    "regular_schedules": [{"weekday": "Monday, Tuesday", "opens_at": "12:00", "closes_at": "14:00"}],
    "service_taxonomys": [
        {"id": "t1", "taxonomy": {"id": "meals", "name": "Meals", "vocabulary": "Our list"}}
    ],
    "languages": [{"language": "Cymraeg"}],
    "contacts": [{"id": "c1", "name": "Reception", "phones": [{"number": "01632 960001"}]}],
    "service_areas": [{"id": "a1", "service_area": "Caerdydd", "uri": "http://x.example/id/W06000015"}],
    "cost_options": [{"id": "k1", "option": "Adult", "amount": "2.50"}],
    "fundings": [{"id": "f1", "source": "The council"}],
    "service_at_locations": [
        {
            "location": {
                "id": "l1",
                "name": "Neuadd",
                "latitude": "51.48",
                "longitude": "-3.18",
                "physical_addresses": [
                    {"address_1": "1 Stryd Fawr", "city": "Caerdydd", "postal_code": "CF10 1EP"}
                ],
                "accessibility_for_disabilities": [{"accessibility": "Step-free"}],
            },
            "regular_schedule": [{"id": "s1", "freq": "DAILY", "opens_at": "09:00"}],
        }
    ],
}
AWKWARD: dict[str, Any] = service(
    1,
    url="not an address",
    email="nobody",
    status="maybe",
    minimum_age="eighteen",
    last_modified="2024-05-01",
    schedules=[{"freq": "YEARLY", "interval": 1}, {"freq": "hourly"}],
    contacts={"name": "A desk"},
    phones=["01632 960001"],
    organization={"id": "o1", "name": "A group", "description": "", "website": "group.example", "logo": None},
    attributes=[{"taxonomy_term": {"id": "t1", "name": "A term", "term_uri": "example_com"}}],
    cost_options=[],
    translations={"cy": {"name": "Gwasanaeth 1", "description": ""}},
    extra={"a": "", "b": [None, {"c": "kept"}]},
)


def verdict(base: str, profile: str) -> Verdict:
    client = Client()

    def get(path: str) -> Any:
        answer = client.get(base.rstrip("/") + path)
        if answer.status_code != 200:
            raise LookupError(answer.status_code)
        return answer.json()

    return validate(get, profile)


@pytest.fixture(
    params=["official 3.0", "official HSDS", "official tables", "version 1", "awkward", "nothing"]
)
def feed(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    given: dict[str, Any] = {
        "official 3.0": lambda: take_in(OFFICIAL / "uk-3.0"),
        "official HSDS": lambda: take_in(OFFICIAL / "hsds-3.0"),
        "official tables": lambda: take_in(OFFICIAL / "uk-3.0" / "csv"),
        "version 1": lambda: take_in_records(tmp_path, OF_VERSION_1),
        "awkward": lambda: take_in_records(tmp_path, AWKWARD),
        "nothing": lambda: None,
    }
    given[request.param]()
    return str(request.param)


def test_version_3_passes_the_official_profile_without_a_warning(feed: str) -> None:
    found = verdict(NEWER, "HSDS-UK-3.0")
    assert (found.errors, found.warnings) == ([], [])


def test_version_1_passes_its_official_profile(feed: str) -> None:
    """But for ids of organisations, which it wants to be UUIDs; its test of reviews asks for locations instead."""
    found = verdict(OLDER, "HSDS-UK-1.0")
    faults = [fault for fault in (*found.errors, *found.warnings) if not fault.startswith("Reviews list")]
    assert [fault for fault in faults if "does not match" not in fault] == []
