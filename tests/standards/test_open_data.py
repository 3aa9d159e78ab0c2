"""Open data for people and other programs: downloads, the page, news of changes, calendars."""

import csv
import io
import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cydwaith.commons.guard.scope import maintenance
from cydwaith.kernel import actor, clock
from cydwaith.kernel.ids import new_id
from cydwaith.place.directory.models import Location, Organisation, Service, Taxonomy, TaxonomyTerm
from cydwaith.place.directory.queries.publishing import Calendar
from cydwaith.place.directory.queries.publishing.calendars import Meeting
from cydwaith.place.directory.rules.records import ScheduleRecord
from cydwaith.standards.open_referral import bulk, downloads, jobs
from cydwaith.standards.open_referral.writing import calendars
from tests.standards.publishing import service, take_in, take_in_records
from tests.standards.test_open_referral_is_valid import AWKWARD, OF_VERSION_1

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 15)
LONDON = ZoneInfo("Europe/London")


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    product = request.getfixturevalue("settings")
    product.DATA = tmp_path / "data"
    product.DATA.mkdir()


def fetch(name: str) -> bytes:
    answer = Client().get(f"/open-data/files/{name}")
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content)


def test_every_download_holds_every_service(tmp_path: Path) -> None:
    take_in_records(tmp_path, *map(service, range(7)))
    for name in ("directory-3.0.jsonl", "directory-1.0.jsonl"):
        assert len([json.loads(line) for line in fetch(name).splitlines()]) == 7
    assert len(json.loads(fetch("directory-3.0.json"))["contents"]) == 7
    assert json.loads(fetch("directory-1.0.json"))["totalElements"] == 7
    with ZipFile(io.BytesIO(fetch("directory-3.0.csv.zip"))) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("services.csv").decode())))
        described = json.loads(archive.read("datapackage.json"))
    assert [row["id"] for row in rows] == [f"id-{number}" for number in range(7)]
    assert described["resources"][0]["path"] == "services.csv"


def test_a_download_is_made_once_until_something_changes(tmp_path: Path) -> None:
    take_in_records(tmp_path, service(1))
    first = Client().get("/open-data/files/directory-3.0.jsonl")
    [made] = downloads.folder().glob("*.jsonl")
    again = Client().get("/open-data/files/directory-3.0.jsonl", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    take_in_records(tmp_path, service(2), name="more")
    assert len(fetch("directory-3.0.jsonl").splitlines()) == 2
    assert not made.exists() and len(list(downloads.folder().iterdir())) == 1


def test_at_night_everything_is_made_ready(tmp_path: Path) -> None:
    take_in_records(tmp_path, service(1))
    jobs.prepare_downloads.func()
    assert len(list(downloads.folder().iterdir())) == len(downloads.DOWNLOADS)


def test_a_download_of_another_name_is_not_there() -> None:
    answer = Client().get("/open-data/files/everything.exe")
    assert answer.status_code == 404 and "directory-3.0.jsonl" in answer.json()["detail"]


@pytest.mark.parametrize("form", ["jsonl", "json", "csv"])
def test_what_is_exported_can_be_taken_in_and_exported_again_the_same(tmp_path: Path, form: str) -> None:
    take_in_records(tmp_path, OF_VERSION_1, AWKWARD)
    ending = {"csv": "zip"}.get(form, form)
    first, second = tmp_path / f"first.{ending}", tmp_path / f"second.{ending}"
    export(first, form)
    with maintenance():
        for model in (Service, Organisation, Location, TaxonomyTerm, Taxonomy):
            model.objects.all().delete()
    assert take_in(unpacked(first), source="a second place").rejected == 0
    export(second, form)
    assert contents(second) == contents(first)


def export(path: Path, form: str) -> None:
    with path.open("wb") as target:
        bulk.write(actor.system("a test"), target, form=form, version="3.0", said=lambda _: None)


def unpacked(path: Path) -> Path:
    if path.suffix != ".zip":
        return path
    folder = path.with_suffix("")
    with ZipFile(path) as archive:
        archive.extractall(folder)
    return folder


def contents(path: Path) -> Any:
    """Services by id, without the moments that say when they changed here."""
    if path.suffix == ".zip":
        with ZipFile(path) as archive:
            return {
                name: sorted(archive.read(name).decode().splitlines()[1:])
                for name in archive.namelist()
                if name.endswith(".csv") and name != "services.csv"
            }
    text = path.read_text()
    records = json.loads(text)["contents"] if path.suffix == ".json" else map(json.loads, text.splitlines())
    return {record["id"]: {k: v for k, v in record.items() if k != "last_modified"} for record in records}


def test_an_export_takes_no_more_memory_for_more_services(tmp_path: Path) -> None:
    import tracemalloc

    def peak() -> int:
        tracemalloc.start()
        bulk.write(actor.system("a test"), io.BytesIO(), form="jsonl", version="3.0", said=lambda _: None)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    long = "A long description. " * 300
    take_in_records(tmp_path, *(service(n, description=long) for n in range(300)))
    small = peak()
    take_in_records(tmp_path, *(service(n, description=long) for n in range(300, 1500)), name="more")
    kept_by_the_target = 1200 * len(long) * 2.2
    assert peak() < small * 1.5 + kept_by_the_target


@pytest.mark.parametrize(("path", "words"), [("/open-data/", "Open data"), ("/cy/open-data/", "Data agored")])
def test_the_page_says_what_there_is_in_both_languages(path: str, words: str) -> None:
    page = Client().get(path).content.decode()
    assert words in page and "directory-3.0.csv.zip" in page and "/open-referral/3.0/" in page


def test_the_licence_is_the_partnerships_choice_and_without_one_people_ask() -> None:
    assert "ask before you publish" in Client().get("/open-data/").content.decode()
    with override_settings(OPEN_DATA_LICENCE="OGL 3", OPEN_DATA_LICENCE_ADDRESS="https://ogl.example"):
        page = Client().get("/open-data/").content.decode()
    assert "OGL 3" in page and "ask before you publish" not in page


def test_news_tell_what_is_new_and_what_changed_newest_first(tmp_path: Path) -> None:
    then = datetime(2026, 6, 1, 12, tzinfo=UTC)
    with clock.at(then):
        take_in_records(tmp_path, service(1), service(2, translations={"cy": {"name": "Dau"}}))
    with clock.at(then + timedelta(days=1)):
        take_in_records(tmp_path, service(1, description="More"))
    names = {path: titles(path) for path in ("/open-data/changes.atom", "/cy/open-data/changes.atom")}
    assert names["/open-data/changes.atom"] == [("Service 1", "Changed"), ("Service 2", "New")]
    assert [name for name, _ in names["/cy/open-data/changes.atom"]] == ["Service 1", "Dau"]


def titles(path: str) -> list[tuple[str, str]]:
    atom = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.fromstring(Client().get(path).content)
    return [
        (one.findtext(f"{atom}title"), one.findtext(f"{atom}summary")) for one in root.iter(f"{atom}entry")
    ]


def test_news_can_be_of_one_town(tmp_path: Path) -> None:
    there = [
        {"id": "p", "location": {"id": "l", "addresses": [{"city": "Barri", "postal_code": "CF62 5TL"}]}}
    ]
    take_in_records(tmp_path, service(1, service_at_locations=there), service(2))
    assert titles("/open-data/changes.atom?town=barri") == [("Service 1", "New")]


def test_a_service_leads_to_its_calendar_and_its_data(tmp_path: Path) -> None:
    weekly = [{"id": "s", "freq": "WEEKLY", "byday": "TU", "opens_at": "10:00", "closes_at": "11:30"}]
    take_in_records(tmp_path, service(1, schedules=weekly), service(2))
    first, second = Service.objects.order_by("name")
    page = Client().get(f"/support/{first.id}/").content.decode()
    assert f"/support/{first.id}/calendar.ics" in page and f"/support/{first.id}/data/" in page
    assert "calendar.ics" not in Client().get(f"/support/{second.id}/").content.decode()
    answer = Client().get(f"/support/{first.id}/calendar.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    [event] = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["SUMMARY"] == "Service 1" and event["RRULE"]["BYDAY"] == ["TU"]
    assert Client().get(f"/support/{first.id}/data/", follow=True).json()["id"] == "id-1"
    assert Client().get(f"/support/{new_id()}/calendar.ics").status_code == 404


def read(schedule: ScheduleRecord, name: str = "A group") -> list[Any]:
    """The events that an independent reader of calendars finds."""
    found = Calendar(
        new_id(), name, "", datetime(2026, 6, 1, tzinfo=UTC), (Meeting(new_id(), schedule, "Here"),)
    )
    text = calendars.document(found, "https://x.example/", TODAY)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and "\n" not in text.replace(
        "\r\n", ""
    )
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


SCHEDULES = [
    (ScheduleRecord(freq="WEEKLY", byday="TU,TH"), "2026-06-16", "FREQ=WEEKLY;BYDAY=TU,TH"),
    (
        ScheduleRecord(freq="WEEKLY", interval=2, byday="MO", starts=date(2026, 1, 7)),
        "2026-01-12",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    ),
    (ScheduleRecord(freq="MONTHLY", byday="2TU"), "2026-07-14", "FREQ=MONTHLY;BYDAY=2TU"),
    (ScheduleRecord(freq="MONTHLY", byday="-1FR"), "2026-06-26", "FREQ=MONTHLY;BYDAY=-1FR"),
    (ScheduleRecord(freq="MONTHLY", bymonthday="1,15"), "2026-06-15", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    (ScheduleRecord(freq="MONTHLY", bymonthday="-1"), "2026-06-30", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    (ScheduleRecord(freq="DAILY", valid_to=date(2026, 7, 1)), "2026-06-15", "FREQ=DAILY;UNTIL=20260701"),
    (ScheduleRecord(starts=date(2026, 8, 1)), "2026-08-01", ""),
    (ScheduleRecord(freq="WEEKLY", byday="nonsense,TU,9XX"), "2026-06-16", "FREQ=WEEKLY;BYDAY=TU"),
]


@pytest.mark.parametrize(("schedule", "first", "rule"), SCHEDULES, ids=lambda value: str(value)[:40])
def test_a_schedule_begins_on_its_first_day_and_keeps_its_rule(
    schedule: ScheduleRecord, first: str, rule: str
) -> None:
    [event] = read(schedule)
    assert str(event["DTSTART"].dt) == first
    assert (event["RRULE"].to_ical().decode() if "RRULE" in event else "") == rule


@pytest.mark.parametrize(
    "schedule",
    [
        ScheduleRecord(description="By arrangement"),
        ScheduleRecord(freq="WEEKLY"),
        ScheduleRecord(starts=date(2026, 1, 1)),
        ScheduleRecord(freq="WEEKLY", byday="MO", valid_to=date(2026, 6, 14)),
    ],
    ids=["words", "no day", "over", "ended"],
)
def test_what_is_over_or_has_no_time_is_no_event(schedule: ScheduleRecord) -> None:
    assert read(schedule) == []


def test_times_are_the_times_of_london_in_summer_and_winter() -> None:
    late = ScheduleRecord(freq="WEEKLY", byday="MO", opens_at=time(22), closes_at=time(1))
    [event] = read(late, name="Café, with; a \\ and\na line " + "ŵ" * 60)
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    assert start == datetime(2026, 6, 15, 22, tzinfo=LONDON) and end - start == timedelta(hours=3)
    assert str(event["SUMMARY"]) == "Café, with; a \\ and\na line " + "ŵ" * 60
    assert start.utcoffset() == timedelta(hours=1)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.builds(
        ScheduleRecord,
        description=st.text(max_size=80),
        freq=st.sampled_from(["", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY"]),
        interval=st.integers(1, 60),
        byday=st.lists(st.sampled_from(["MO", "2TU", "-1SU", "XX", "", "6WE", "TH"]), max_size=4).map(
            ",".join
        ),
        bymonthday=st.lists(st.sampled_from(["1", "31", "-1", "0", "x"]), max_size=3).map(",".join),
        starts=st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)),
        valid_from=st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)),
        valid_to=st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)),
        opens_at=st.none() | st.times().map(lambda moment: moment.replace(microsecond=0, fold=0)),
        closes_at=st.none() | st.times().map(lambda moment: moment.replace(microsecond=0, fold=0)),
    )
)
def test_whatever_a_feed_says_the_calendar_can_be_read(schedule: ScheduleRecord) -> None:
    for event in read(schedule):
        assert event["DTEND"].dt > event["DTSTART"].dt
