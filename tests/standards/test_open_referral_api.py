"""The API as programs use it: every parameter, pages, who owns an id, what is gone, and manners."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID

import pytest
from django.test import Client

from cydwaith.kernel import actor, clock
from cydwaith.place.directory.commands import merge_services, part_services
from cydwaith.place.directory.models import FromFeed, Location, Organisation, Service, ServiceAtLocation
from cydwaith.standards.open_referral.api import doors
from cydwaith.web.throttle import Throttle
from tests.standards.publishing import NEWER, OFFICIAL, OLDER, ask, ids, service, take_in, take_in_records

pytestmark = pytest.mark.django_db

STEWARD = actor.system("a test")


def here(number: int, latitude: float, longitude: float, **other: Any) -> dict[str, Any]:
    location = {
        "id": f"l-{number}",
        "location_type": "physical",
        "latitude": latitude,
        "longitude": longitude,
    }
    return service(number, service_at_locations=[{"id": f"sal-{number}", "location": location, **other}])


def term(identity: str, **other: Any) -> dict[str, Any]:
    return {
        "id": f"a-{identity}",
        "taxonomy_term": {"id": identity, "name": identity, "description": "x", **other},
    }


def key(external_id: str) -> UUID:
    return Service.objects.get(external_id=external_id).id


@pytest.fixture
def valley(tmp_path: Path) -> Path:
    """Four services that differ in all that can be asked for."""
    choir = service(
        1,
        name="A choir",
        minimum_age=18,
        maximum_age=99,
        organization={"id": "org-1", "name": "Singers", "description": "We sing"},
        schedules=[{"id": "s", "freq": "WEEKLY", "byday": "TU", "opens_at": "19:00", "closes_at": "21:00"}],
        attributes=[term("music", taxonomy="Ours"), term("company", taxonomy_id="tax-2")],
        languages=[{"id": "x", "name": "Cymraeg"}],
    )
    youth = service(
        2,
        name="A youth club",
        minimum_age=11,
        maximum_age=17,
        organization={
            "id": "org-2",
            "name": "Youth",
            "description": "For the young",
            "website": "https://y.example",
        },
        schedules=[{"id": "s", "freq": "WEEKLY", "byday": "FR", "opens_at": "17:00", "closes_at": "20:00"}],
        attributes=[term("youth", taxonomy="Ours", parent_id="music")],
    )
    near, far = here(3, 51.4816, -3.1791), here(4, 52.4140, -4.0810)
    take_in_records(tmp_path, choir, youth, near, far)
    return tmp_path


ANSWERS: list[tuple[dict[str, str], list[str]]] = [
    ({}, ["id-1", "id-2", "id-3", "id-4"]),
    ({"search": "choir"}, ["id-1"]),
    ({"search": "nothing like it"}, []),
    ({"minimum_age": "12"}, ["id-1"]),
    ({"maximum_age": "20"}, ["id-2"]),
    ({"start_time": "18:00"}, ["id-1"]),
    ({"end_time": "20:30"}, ["id-2"]),
    ({"day": "TU"}, ["id-1"]),
    ({"day": "FR", "start_time": "19:00"}, []),
    ({"organization_id": "org-2"}, ["id-2"]),
    ({"taxonomy_term_id": "music"}, ["id-1"]),
    ({"taxonomy_id": "Ours"}, ["id-1", "id-2"]),
    ({"taxonomy_id": "tax-2"}, ["id-1"]),
    ({"modified_after": "2999-01-01T00:00:00Z"}, []),
    ({"modified_after": "2020-01-01"}, ["id-1", "id-2", "id-3", "id-4"]),
    ({"page": "2", "per_page": "3"}, ["id-4"]),
    ({"page": "9"}, []),
    ({"full": "true", "search": "choir"}, ["id-1"]),
    ({"minimal": "true"}, ["id-1", "id-2", "id-3", "id-4"]),
    ({"minimal": "true", "page": "2", "per_page": "3"}, ["id-4"]),
    ({"search": ""}, ["id-1", "id-2", "id-3", "id-4"]),
]


@pytest.mark.parametrize(("question", "expected"), ANSWERS, ids=str)
def test_each_question_about_services_is_answered(
    valley: Path, question: dict[str, str], expected: list[str]
) -> None:
    page = ask(f"{NEWER}services", **question)
    assert ids(page) == expected
    assert page["empty"] is (not expected) and page["size"] == len(expected)


@pytest.mark.parametrize(
    ("model", "record", "expected"),
    [
        (Service, "id-2", ["id-2"]),
        (Organisation, "org-1", ["id-1"]),
        (ServiceAtLocation, "sal-3", ["id-3"]),
        (Location, "l-4", ["id-4"]),
    ],
)
def test_a_service_has_changed_since_when_its_organisation_or_its_place_has(
    valley: Path, model: type[FromFeed], record: str, expected: list[str]
) -> None:
    since = clock.now() + timedelta(hours=1)
    model._default_manager.filter(external_id=record).update(changed_at=since)
    assert ids(ask(f"{NEWER}services", modified_after=since.isoformat())) == expected


OLDER_ANSWERS: list[tuple[dict[str, Any], list[str]]] = [
    ({"text": "choir"}, ["id-1"]),
    ({"taxonomy_id": ["music", "youth"]}, ["id-1", "id-2"]),
    ({"taxonomy_id": "music", "taxonomy_type": "eligibility"}, []),
    ({"service_type": "music", "need": "company"}, ["id-1"]),
    ({"vocabulary": "Ours"}, ["id-1", "id-2"]),
    (
        {"start_time": ["19:00", "17:00"], "end_time": ["21:00", "20:00"], "day": ["TU", "FR"]},
        ["id-1", "id-2"],
    ),
    ({"start_time": ["19:00", "17:00"], "end_time": ["21:00", "20:00"], "day": ["FR", "TU"]}, []),
    ({"minimum_age": "12"}, ["id-1"]),
    ({"per_page": "1", "page": "2"}, ["id-2"]),
]


@pytest.mark.parametrize(("question", "expected"), OLDER_ANSWERS, ids=str)
def test_each_question_of_version_1_is_answered(
    valley: Path, question: dict[str, Any], expected: list[str]
) -> None:
    page = ask(f"{OLDER}services", **question)
    assert ids(page) == expected and page["totalElements"] >= len(expected)


def test_version_1_adds_the_fields_that_are_asked_for(valley: Path) -> None:
    [brief] = ask(f"{OLDER}services", text="choir")["content"]
    [more] = ask(f"{OLDER}services", text="choir", include=["regular_schedules", "no such field"])["content"]
    assert "regular_schedules" not in brief and more["regular_schedules"][0]["byday"] == "TU"


def test_terms_are_found_by_taxonomy_and_by_parent(valley: Path) -> None:
    assert ids(ask(f"{NEWER}taxonomy_terms", parent_id="music")) == ["youth"]
    assert ids(ask(f"{NEWER}taxonomy_terms", top_only="true", taxonomy_id="Ours")) == ["music"]
    assert ids(ask(f"{NEWER}taxonomy_terms", search="COMP")) == ["company"]
    assert ids(ask(f"{OLDER}taxonomies", vocabulary="Ours", root_only="true")) == ["music"]
    assert ask(f"{OLDER}vocabularies") == ["Ours"]
    [named] = ask(f"{NEWER}taxonomies")["contents"]
    assert named["name"] == "Ours" and ask(f"{NEWER}taxonomies/{named['id']}")["description"] == "Ours"


def test_organisations_come_in_brief_in_full_and_with_their_services(valley: Path) -> None:
    assert ids(ask(f"{NEWER}organizations", search="young")) == ["org-2"]
    [brief, _] = ask(f"{NEWER}organizations")["contents"]
    [full, _] = ask(f"{NEWER}organizations", full="true")["contents"]
    [whole, _] = ask(f"{NEWER}organizations", full_service="true")["contents"]
    assert "services" not in brief and "schedules" not in full["services"][0]
    assert whole["services"][0]["schedules"][0]["byday"] == "TU"
    assert ask(f"{NEWER}organizations/org-1")["services"][0]["id"] == "id-1"
    assert "languages" in ask(f"{NEWER}organizations/org-1", full_service="true")["services"][0]


def test_places_are_services_where_they_are(valley: Path) -> None:
    assert ids(ask(f"{NEWER}service_at_locations")) == ["sal-3", "sal-4"]
    one = ask(f"{NEWER}service_at_locations/sal-3")
    assert one["service"]["id"] == "id-3" and one["location"]["latitude"] == 51.4816
    assert ids(ask(f"{NEWER}service_at_locations", search="choir")) == []


def test_every_record_comes_one_a_line_without_pages(valley: Path) -> None:
    for name in ("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"):
        answer = Client().get(f"{NEWER}{name}", {"format": "ndjson", "per_page": "1"})
        lines = b"".join(answer.streaming_content).splitlines()
        assert len(lines) == ask(f"{NEWER}{name}")["total_items"]
        assert all("id" in json.loads(line) for line in lines)


BAD = [
    ("services", {"page": "0"}, "page"),
    ("services", {"page": "x"}, "page"),
    ("services", {"per_page": "1001"}, "per_page"),
    ("services", {"full": "perhaps"}, "full"),
    ("services", {"format": "xml"}, "format"),
    ("services", {"modified_after": "yesterday"}, "modified_after"),
    ("services", {"minimum_age": "-1"}, "minimum_age"),
    ("services", {"minimum_age": "nan"}, "minimum_age"),
    ("services", {"start_time": "25:00"}, "start_time"),
    ("services", {"day": "Someday"}, "day"),
    ("services", {"postcode": "ZZ99 9ZZ"}, "postcode"),
    ("services", {"proximity": "500"}, "proximity"),
    ("services", {"search": "x" * 501}, "search"),
    ("services", {"search": "a\x00b"}, "search"),
]


@pytest.mark.parametrize(("name", "question", "parameter"), BAD, ids=str)
def test_a_question_that_cannot_be_answered_is_told_what_to_write(
    name: str, question: dict[str, str], parameter: str
) -> None:
    answer = Client().get(f"{NEWER}{name}", question)
    problem = answer.json()
    assert answer.status_code == 400 and answer["Content-Type"] == "application/problem+json"
    assert problem["parameter"] == parameter and problem["detail"].endswith(".")


def test_one_question_takes_fifty_values_and_no_more(valley: Path) -> None:
    """As the API's own description says."""
    for number, status in ((50, 200), (51, 400)):
        answer = Client().get(f"{OLDER}services", {"end_time": ["20:00"] * number})
        assert answer.status_code == status
    assert answer.json()["parameter"] == "end_time"


def test_what_is_not_here_is_said_in_json() -> None:
    for path in (f"{NEWER}services/nothing", f"{NEWER}nothing", "/open-referral/9/", f"{OLDER}reviews/1"):
        answer = Client().get(path)
        assert answer.status_code == 404 and answer.json()["status"] == 404


def test_ids_stay_as_they_came_whatever_is_in_them(tmp_path: Path) -> None:
    names = ["UPPER-and-lower", "with space", "a/b", "ends/", "é ŵ", "50%", "a?b#c", "main:1"]
    take_in_records(tmp_path, *({**service(1), "id": name} for name in names))
    assert ids(ask(f"{NEWER}services")) == names
    for name in names:
        assert ask(f"{NEWER}services/{quote(name, safe='')}")["id"] == name


def test_where_two_feeds_use_one_id_the_first_owns_it_and_the_other_is_reached_by_its_feed(
    tmp_path: Path,
) -> None:
    take_in_records(tmp_path, service(1, name="First"), source="one")
    take_in_records(tmp_path, service(1, name="Second"), service(2), source="two")
    assert ids(ask(f"{NEWER}services")) == ["id-1", "two:id-1", "id-2"]
    assert ask(f"{NEWER}services/id-1")["name"] == "First"
    assert ask(f"{NEWER}services/two:id-1")["name"] == "Second"


def test_a_merged_id_leads_to_its_survivor_and_comes_back_when_they_are_parted(tmp_path: Path) -> None:
    take_in_records(tmp_path, service(1), service(2))
    merge_services(STEWARD, survivor=key("id-1"), other=key("id-2"))
    answer = Client().get(f"{NEWER}services/id-2")
    assert answer.status_code == 308 and answer["Location"].endswith("/open-referral/3.0/services/id-1")
    assert ids(ask(f"{NEWER}services")) == ["id-1"]
    part_services(STEWARD, key=key("id-2"))
    assert ids(ask(f"{NEWER}services")) == ["id-1", "id-2"]


def test_a_withdrawn_service_is_not_listed_and_says_so_itself(tmp_path: Path) -> None:
    take_in_records(tmp_path, service(1), service(2, status="defunct"))
    Service.objects.filter(external_id="id-1").update(withdrawn_at=clock.now())
    assert ids(ask(f"{NEWER}services")) == []
    assert {ask(f"{NEWER}services/id-{n}")["status"] for n in (1, 2)} == {"defunct"}


def test_absent_values_are_left_out_everywhere(tmp_path: Path) -> None:
    take_in_records(tmp_path, service(1, url="", email=None, schedules=[], extra={"a": "", "b": None}))
    for path in (f"{NEWER}services/id-1", f"{OLDER}services/id-1"):
        one = ask(path)
        assert not {"url", "email", "schedules", "regular_schedules", "extra"} & one.keys()


def test_local_corrections_are_published(tmp_path: Path) -> None:
    from cydwaith.place.directory.commands import correct_record

    take_in_records(tmp_path, service(1, organization={"id": "o", "name": "Old", "description": "Old"}))
    correct_record(STEWARD, kind="service", key=key("id-1"), patch={"name": "A new name"})
    assert ask(f"{NEWER}services/id-1")["name"] == "A new name"


def test_whoever_has_the_newest_state_is_told_so_in_one_query(
    valley: Path, django_assert_num_queries: Any
) -> None:
    first = Client().get(f"{NEWER}services")
    with django_assert_num_queries(1):
        again = Client().get(f"{NEWER}services", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and again.content == b"" and again["Access-Control-Allow-Origin"] == "*"
    later = Client().get(f"{NEWER}services", headers={"If-Modified-Since": first["Last-Modified"]})
    assert later.status_code == 304
    with clock.at(datetime.now(UTC) + timedelta(minutes=1)):
        take_in_records(valley, service(9), name="more")
    assert Client().get(f"{NEWER}services", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_list_costs_the_same_few_queries_whatever_its_length(
    tmp_path: Path, django_assert_max_num_queries: Any
) -> None:
    take_in_records(tmp_path, *(here(number, 51.5, -3.2) for number in range(60)), source="one")
    take_in_records(tmp_path, service(1), source="two")
    for path in (
        "services?full=true&per_page=50",
        "service_at_locations?per_page=50",
        "organizations?full_service=true",
    ):
        with django_assert_max_num_queries(12):
            assert Client().get(f"{NEWER}{path}").status_code == 200


def test_any_site_may_ask_and_nobody_is_given_a_cookie(valley: Path) -> None:
    client = Client()
    client.cookies["sessionid"] = "somebody"
    for path in (NEWER, f"{NEWER}services", f"{OLDER}services", f"{NEWER}openapi.json", f"{NEWER}no"):
        answer = client.get(path)
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert not answer.cookies and "Cookie" not in answer.get("Vary", "")


def test_head_gives_the_head_and_options_the_ways(valley: Path) -> None:
    answer = Client().head(f"{NEWER}services")
    assert answer.status_code == 200 and answer.content == b"" and int(answer["Content-Length"]) > 100
    answer = Client().options(f"{NEWER}services")
    assert answer.status_code == 204 and answer["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed_here(method: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(f"{NEWER}services")
    assert answer.status_code == 405 and answer["Allow"] == "GET, HEAD, OPTIONS" and answer.json()["detail"]


def test_whoever_asks_too_often_is_told_how_long_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doors, "THROTTLE", Throttle(burst=2, per_second=0.5, now=lambda: 0.0))
    answers = [Client().get(NEWER) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2]["Retry-After"] == "2" and "2 seconds" in answers[2].json()["detail"]
    assert answers[2]["Access-Control-Allow-Origin"] == "*"


def test_the_official_example_is_the_same_in_both_versions() -> None:
    take_in(OFFICIAL / "uk-3.0" / "service_full.json")
    newer, older = (
        ask(f"{base}services")[listed][0] for base, listed in ((NEWER, "contents"), (OLDER, "content"))
    )
    assert newer["id"] == older["id"] and newer["organization"]["website"] == older["organization"]["url"]
