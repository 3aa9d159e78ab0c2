"""Feeds as they are taken in: official examples, a council's list, pages at an address, faults."""

import gc
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cydwaith.kernel import actor
from cydwaith.kernel.errors import Refused
from cydwaith.place.directory.commands import Report, import_feed
from cydwaith.place.directory.models import (
    Contact,
    Location,
    Organisation,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
    TaxonomyTerm,
)
from cydwaith.standards.open_referral import feed, mapping

pytestmark = pytest.mark.django_db

OFFICIAL = Path(__file__).parent / "official"
EXAMPLES = sorted(
    path
    for path in OFFICIAL.rglob("*")
    if (path.suffix == ".json" and path.parent.name != "csv" and "fail" not in str(path))
    or path.name == "csv"
)


def take_in(target: Path | str, source: str = "a feed") -> Report:
    return import_feed(
        actor.system("a test"), source=source, pieces=feed.read(str(target)), read=mapping.read
    )


def write(folder: Path, records: Any, name: str = "services.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(records), encoding="utf-8")
    return path


def service(number: int, **other: Any) -> dict[str, Any]:
    return {"id": f"not-a-uuid-{number}", "name": f"Service {number}", "status": "active", **other}


def rows_in_memory() -> int:
    return sum(type(thing) in (Service, Organisation) for thing in gc.get_objects())


def reasons(report: Report) -> list[str]:
    return [problem.reason for problem in report.problems if problem.severity == "rejected"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.relative_to(OFFICIAL)))
def test_every_official_example_lands_and_a_repeat_changes_nothing(path: Path) -> None:
    first = take_in(path)
    assert reasons(first) == []
    again = take_in(path)
    assert (again.created, again.changed, again.rejected) == (0, 0, 0)
    assert again.unchanged == first.landed


@pytest.mark.parametrize("name", ["uk-3.0", "hsds-3.0", "uk-3.0-fail"])
def test_a_folder_that_gives_the_same_service_in_brief_and_in_full_settles(name: str) -> None:
    first = take_in(OFFICIAL / name)
    again = take_in(OFFICIAL / name)
    assert (again.created, again.changed) == (0, 0)
    assert reasons(again) == reasons(first)


def test_the_examples_that_must_fail_name_their_bad_records() -> None:
    report = take_in(OFFICIAL / "uk-3.0-fail" / "service_list.json")
    assert report.landed == 0
    assert [problem.where for problem in report.problems if "no name" in problem.reason]


def test_a_full_record_fills_every_room() -> None:
    take_in(OFFICIAL / "hsds-3.0" / "service_full.json")
    one = Service.objects.get()
    assert one.external_id == "ac148810-d857-441c-9679-408f346de14b"
    assert one.organisation is not None
    assert one.organisation.name == "Example Organization Inc."
    assert (one.minimum_age, one.maximum_age) == (12, 100)
    assert one.assured_by == "example.com"
    assert one.phones.get(contact=None).number == "+44 1234 234567"
    assert one.schedules.get().byday == "TH,FR"
    assert one.costoptions.get().amount == 35
    assert one.attributes.get().term == TaxonomyTerm.objects.get()
    place = one.places.get()
    assert place.location is not None
    assert place.location.postcode == "ABC 1234"
    assert place.location.latitude is None  # the official example says 100, which is no latitude


def test_what_came_is_kept_whole() -> None:
    path = OFFICIAL / "hsds-3.0" / "service_full.json"
    take_in(path)
    assert Service.objects.get().original == json.loads(path.read_text())


def test_unknown_fields_are_kept_and_empty_ones_are_absent(tmp_path: Path) -> None:
    take_in(write(tmp_path, [service(1, pc_audience=["men"], email="", pc_note="")]))
    one = Service.objects.get()
    assert one.extra == {"pc_audience": ["men"]}
    assert one.email == ""


def test_ids_stay_as_they_came(tmp_path: Path) -> None:
    odd = "  DEF5CCD4-f121-df4d-60d2-4dc0d69ff555/ŵ "
    take_in(write(tmp_path, [{"id": odd, "name": "Odd"}]))
    assert Service.objects.get().external_id == odd


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ({"name": "No id", "status": "active"}, "It has no id."),
        ({"id": "", "name": "Empty id"}, "It has no id."),
        ({"id": 7, "name": "Number"}, "Its id is not text."),
        ({"id": ["x"], "name": "List"}, "Its id is not text."),
        ({"id": "x" * 600, "name": "Long"}, "Its id is blank, unreadable or over"),
        ({"id": "x\x00y", "name": "Null"}, "Its id is blank, unreadable or over"),
        ({"id": "bad", "name": ""}, "It has no name."),
        ({"id": "bad", "name": "<p> </p>"}, "It has no name."),
        ({"id": "bad", "name": {"en": "x"}}, "It has no name."),
        ({"id": "bad", "status": "active"}, "It has no name."),
        ("just text", "This is not a record"),
        (None, "This is not a record"),
        ({}, "It has no id."),
    ],
)
def test_a_bad_record_among_good_ones_is_named_and_the_good_ones_land(
    tmp_path: Path, bad: object, reason: str
) -> None:
    report = take_in(write(tmp_path, [service(1), bad, service(2)]))
    assert (report.created, report.rejected) == (2, 1)
    assert reason in reasons(report)[0]
    assert Service.objects.count() == 2


def test_two_records_with_one_id_do_not_overwrite_each_other(tmp_path: Path) -> None:
    path = write(tmp_path, [service(1), {**service(1), "name": "Another"}, service(1)])
    for landed in ("created", "unchanged"):
        report = take_in(path)
        assert getattr(report, landed) >= 1
        assert "This id stands on another record" in reasons(report)[0]
    assert Service.objects.get().name == "Service 1"


def test_a_service_without_an_organisation_lands_and_is_noted(tmp_path: Path) -> None:
    report = take_in(write(tmp_path, [service(1)]))
    assert report.created == 1
    assert [problem.severity for problem in report.problems] == ["note"]


def test_a_changed_record_changes_and_only_that(tmp_path: Path) -> None:
    take_in(write(tmp_path, [service(1), service(2)]))
    report = take_in(write(tmp_path, [service(1), service(2, description="New")]))
    assert (report.created, report.changed, report.unchanged) == (0, 1, 1)


def test_a_field_that_left_the_feed_leaves_the_entry(tmp_path: Path) -> None:
    take_in(write(tmp_path, [service(1, email="a@b.example", phones=[{"id": "p", "number": "1"}])]))
    take_in(write(tmp_path, [service(1)]))
    assert Service.objects.get().email == ""
    assert not Phone.objects.exists()


def test_a_brief_record_takes_nothing_from_a_full_one(tmp_path: Path) -> None:
    full = service(1, schedules=[{"id": "s", "byday": "MO"}])
    write(tmp_path, full, "service_1.json")
    take_in(tmp_path)
    take_in(write(tmp_path, [service(1, email="new@b.example")]))
    assert Service.objects.get().email == "new@b.example"
    assert Schedule.objects.get().byday == "MO"


def test_a_place_that_the_service_no_longer_names_goes(tmp_path: Path) -> None:
    places = [{"id": f"p{n}", "location": {"id": f"l{n}", "location_type": "physical"}} for n in (1, 2)]
    take_in(write(tmp_path, service(1, service_at_locations=places), "service_1.json"))
    take_in(write(tmp_path, service(1, service_at_locations=places[:1]), "service_1.json"))
    assert [place.external_id for place in ServiceAtLocation.objects.all()] == ["p1"]
    assert Location.objects.count() == 2


def test_welsh_comes_with_the_record(tmp_path: Path) -> None:
    cymraeg = {"cy": {"name": "Côr Cymunedol", "description": "<p>Canu</p>", "fees": "Am ddim"}}
    take_in(write(tmp_path, [service(1, translations=cymraeg)]))
    one = Service.objects.get()
    assert (one.name_cy, one.description_cy, one.welsh) == ("Côr Cymunedol", "Canu", {"fees": "Am ddim"})


def test_a_version_1_record_is_read_in_full(tmp_path: Path) -> None:
    record = service(
        1,
        attending_type="Online",
        eligibilitys=[{"eligibility": "Carers", "minimum_age": 18}],
        regular_schedules=[{"weekday": "Monday", "opens_at": "10:00", "closes_at": "12:00"}],
        languages=[{"language": "Welsh"}],
        contacts=[{"name": "Desk", "phones": [{"number": "01"}]}],
        service_at_locations=[
            {
                "location": {
                    "latitude": "51.6",
                    "longitude": -3.4,
                    "physical_addresses": [{"address_1": "1 High Street", "postal_code": "cf1 1aa"}],
                    "accessibility_for_disabilities": [{"accessibility": "Step-free"}],
                }
            }
        ],
    )
    take_in(write(tmp_path, record, "service.json"))
    one = Service.objects.get()
    assert one.online
    assert (one.eligibility, one.minimum_age) == ("Carers", 18)
    assert one.schedules.get().byday == "MO"
    assert Contact.objects.get().phones.get().number == "01"
    where = Location.objects.get()
    assert (where.latitude, where.postcode) == (51.6, "CF1 1AA")
    assert where.accessibility.get().description == "Step-free"
    assert take_in(tmp_path).unchanged == 1


def test_two_sources_may_use_the_same_id(tmp_path: Path) -> None:
    path = write(tmp_path, [service(1)])
    assert take_in(path, "one").created == take_in(path, "two").created == 1


def test_characters_that_databases_refuse_do_not_stop_a_record(tmp_path: Path) -> None:
    path = tmp_path / "services.json"
    path.write_text('[{"id": "a", "name": "A\\u0000B \\ud800", "note": ["\\u0000"]}]', encoding="utf-8")
    assert take_in(path).created == 1
    assert Service.objects.get().name == "AB"
    assert take_in(path).unchanged == 1


def test_only_a_steward_or_the_software_may_import(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        import_feed(actor.anonymous(), source="x", pieces=[], read=mapping.read)


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    assert "could not be opened" in reasons(take_in(tmp_path / "none.json"))[0]
    assert "no JSON or CSV file" in reasons(take_in(tmp_path))[0]


def test_csv_rows_are_joined_into_whole_services() -> None:
    take_in(OFFICIAL / "hsds-3.0" / "csv")
    one = Service.objects.get()
    assert one.organisation == Organisation.objects.get()
    assert one.places.get().location == Location.objects.get()
    assert one.schedules.count() == one.languages.count() == one.costoptions.count() == 1


class Pages(BaseHTTPRequestHandler):
    """A feed of three pages, of which the last can be made to fail."""

    envelope = ("contents", "total_pages")
    fail_on = 0
    asked: list[str]

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        number = int(parse_qs(asked.query).get("page", ["1"])[0])
        type(self).asked.append(self.path)
        if asked.path == "/":
            return self._answer(200, {"version": "HSDS-UK-3.0", "openapi_url": "x"})
        if number == self.fail_on:
            return self._answer(500, {})
        numbers = {self.envelope[1]: 3, "page_number": number, "number": number}
        body = {self.envelope[0]: [service(number)], **numbers}
        return self._answer(200, body)

    def _answer(self, code: int, body: object) -> None:
        self.send_response(code)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@pytest.fixture
def pages() -> Iterator[tuple[type[Pages], str]]:
    handler = type("Handler", (Pages,), {"asked": []})
    server = HTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield handler, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("envelope", [("contents", "total_pages"), ("content", "totalPages")])
def test_an_address_is_read_to_its_last_page(pages: Any, envelope: tuple[str, str]) -> None:
    handler, address = pages
    handler.envelope = envelope
    assert take_in(f"{address}/services?per_page=1").created == 3
    assert handler.asked[-1] == "/services?per_page=1&page=3"


def test_the_root_of_an_api_leads_to_its_services(pages: Any) -> None:
    assert take_in(f"{pages[1]}/").created == 3


def test_a_page_that_fails_is_named_and_the_others_stay(pages: Any) -> None:
    handler, address = pages
    handler.fail_on = 2
    report = take_in(f"{address}/services")
    assert report.created == 1
    assert "answered 500" in reasons(report)[0]


def test_a_server_that_is_not_there_is_named() -> None:
    assert "did not answer" in reasons(take_in("http://127.0.0.1:9/services"))[0]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = """
id name description url email status fees organization service_at_locations schedules phones contacts
languages cost_options attributes minimum_age assured_date translations accepting kind
"""


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=st.lists(st.dictionaries(st.sampled_from(KEYS.split()), anything, max_size=8), max_size=4))
def test_no_record_breaks_the_import(tmp_path: Path, records: list[dict[str, object]]) -> None:
    whole = [service(1), *records]
    report = take_in(write(tmp_path, whole), "any")
    again = take_in(tmp_path / "services.json", "any")
    assert report.landed >= 1
    assert report.landed + report.rejected == len(whole)
    assert (again.created, again.changed) == (0, 0)


def test_an_import_leaves_no_record_for_the_search_for_garbage(tmp_path: Path) -> None:
    feed_of = write(tmp_path, [service(n, organization={"id": "o", "name": "Owner"}) for n in range(30)])
    gc.collect()
    gc.disable()
    try:
        before = rows_in_memory()
        assert take_in(feed_of).created == 30
        assert rows_in_memory() == before
        assert not gc.isenabled(), "it was off before the import"
    finally:
        gc.enable()


def test_the_search_for_garbage_goes_on_after_an_import_that_fails() -> None:
    def breaks() -> Iterator[Any]:
        assert not gc.isenabled()
        yield from ()
        raise OSError("the feed broke off")

    with pytest.raises(OSError, match="broke off"):
        import_feed(actor.system("a test"), source="a feed", pieces=breaks(), read=mapping.read)
    assert gc.isenabled()
