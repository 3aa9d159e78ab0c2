"""Feeds are fetched from a real server: what is new lands, what is broken or shrunk does not."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from cydwaith.kernel import clock
from cydwaith.place.directory.models import Service
from cydwaith.place.feeds import commands, jobs, queries
from cydwaith.place.feeds.commands.fetching import begin, examine
from cydwaith.place.feeds.commands.keeping import Keeping
from cydwaith.place.feeds.fetching import asking, folder
from cydwaith.place.feeds.fetching.collecting import Collector
from cydwaith.place.feeds.models import Feed, Fetch
from cydwaith.place.feeds.standard import standard

from .conftest import SYSTEM, Reply, Site, page, service

pytestmark = pytest.mark.django_db


def last(feed_id: UUID) -> Fetch:
    return Fetch.objects.filter(feed=feed_id).latest("at")


def shown() -> int:
    return Service.objects.filter(withdrawn_at=None).count()


def test_a_feed_is_fetched_and_its_log_says_so(feed: UUID) -> None:
    assert shown() == 20
    (line,) = queries.feed(SYSTEM, feed).log
    assert (line.outcome, line.status, line.pages, line.counts) == ("applied", 200, 1, "20 new")
    row = queries.feeds(SYSTEM)[0]
    assert (row.name, row.services, row.every) == ("council", 20, "Every day")
    assert row.next_at is not None
    assert timedelta(hours=23) < row.next_at - clock.now() <= timedelta(hours=24)


def test_the_same_again_is_nothing_new(feed: UUID) -> None:
    assert commands.fetch(SYSTEM, feed) == "same"
    assert last(feed).outcome == "same"


def test_what_has_an_etag_is_asked_for_by_it(feed: UUID, site: Site) -> None:
    site.say(
        "/feed.json",
        [service(n) for n in range(21)],
        ETag='"v2"',
        Last_Modified="Mon, 01 Jun 2026 10:00:00 GMT",
    )
    assert commands.fetch(SYSTEM, feed) == "applied"
    assert commands.fetch(SYSTEM, feed) == "same"
    _path, headers = site.asked[-1]
    assert headers["if-none-match"] == '"v2"'
    assert headers["if-modified-since"] == "Mon, 01 Jun 2026 10:00:00 GMT"
    assert last(feed).status == 304


def test_pages_are_followed_and_those_unchanged_are_not_sent_again(db: None, site: Site) -> None:
    site.say("/api/services", page([service(1, phones=[])], 1, 2), ETag='"one"')
    site.say("/api/services?page=2", page([service(2, phones=[])], 2, 2), ETag='"two"')
    feed_id = commands.add_feed(SYSTEM, name="api", address=site.at("/api/services"))
    assert commands.fetch(SYSTEM, feed_id) == "applied"
    site.say("/api/services?page=2", page([service(2, phones=[], fees="£1")], 2, 2), ETag='"three"')
    assert commands.fetch(SYSTEM, feed_id) == "applied"
    assert Service.objects.get(external_id="s2").fees == "£1"
    assert shown() == 2


def test_version_1_pages_are_followed_too(db: None, site: Site) -> None:
    for number in (1, 2, 3):
        told = {"totalPages": 3, "number": number, "content": [service(number, contacts=[])]}
        site.say("/services" + (f"?page={number}" if number > 1 else ""), told)
    feed_id = commands.add_feed(SYSTEM, name="api", address=site.at("/services"))
    assert commands.fetch(SYSTEM, feed_id) == "applied"
    assert shown() == 3


def test_a_brief_list_is_followed_to_each_service(db: None, site: Site) -> None:
    site.say("/api/services", page([service(1), service(2)]))
    for number in (1, 2):
        site.say(f"/api/services/s{number}", service(number, phones=[{"number": f"0123456789{number}"}]))
    feed_id = commands.add_feed(SYSTEM, name="api", address=site.at("/api/services"))
    assert commands.fetch(SYSTEM, feed_id) == "applied"
    assert site.paths() == ["/api/services", "/api/services/s1", "/api/services/s2"]
    assert Service.objects.get(external_id="s2").phones.get().number == "01234567892"


def test_a_list_whose_services_have_no_page_is_not_asked_for_all_of_them(db: None, site: Site) -> None:
    site.say("/api/services", page([service(number) for number in range(40)]))
    feed_id = commands.add_feed(SYSTEM, name="api", address=site.at("/api/services"))
    assert commands.fetch(SYSTEM, feed_id) == "applied"
    assert len(site.asked) == 1 + 3
    assert shown() == 40


def test_a_fetch_that_stopped_half_way_goes_on_where_it_was(db: None, site: Site) -> None:
    site.say("/api/services", page([service(1), service(2)]))
    site.say("/api/services/s1", service(1, fees="£1"))
    site.say("/api/services/s2", {}, status=503, Retry_After="600")
    feed_id = commands.add_feed(SYSTEM, name="api", address=site.at("/api/services"))
    assert commands.fetch(SYSTEM, feed_id) == "failed"
    assert shown() == 0
    site.say("/api/services/s2", service(2, fees="£2"))
    site.asked.clear()
    assert commands.fetch(SYSTEM, feed_id) == "applied"
    assert site.paths() == ["/api/services/s2"]
    assert shown() == 2


def test_a_busy_server_is_left_alone_as_long_as_it_asks(feed: UUID, site: Site) -> None:
    site.say("/feed.json", b"", status=429, Retry_After="7200")
    assert commands.fetch(SYSTEM, feed) == "failed"
    one = Feed.objects.get()
    assert one.next_at is not None
    assert one.next_at - clock.now() > timedelta(seconds=7190)
    assert (last(feed).status, last(feed).why) == (429, "busy")
    assert shown() == 20


def test_a_faulty_server_is_asked_less_and_less_often_and_forgiven_at_once(feed: UUID, site: Site) -> None:
    site.say("/feed.json", b"oh", status=500)
    waits = []
    for _turn in range(4):
        assert commands.fetch(SYSTEM, feed) == "failed"
        one = Feed.objects.get()
        assert one.next_at is not None
        waits.append(one.next_at - clock.now())
    assert timedelta(minutes=39) < waits[3] <= timedelta(minutes=80)
    assert waits[0] <= timedelta(minutes=10)
    site.say("/feed.json", [service(number) for number in range(21)])
    assert commands.fetch(SYSTEM, feed) == "applied"
    assert (Feed.objects.get().failures, shown()) == (0, 21)


@pytest.mark.parametrize(
    "body",
    [b'[{"id": "s1", "name": "Cut off"', b'{"contents": [{"id": "s1", "na', b"<html>Sorry</html>", b""],
)
def test_what_is_not_whole_is_not_taken_in(feed: UUID, site: Site, body: bytes) -> None:
    site.say("/feed.json", body)
    assert commands.fetch(SYSTEM, feed) == "failed"
    assert (last(feed).why, shown()) == ("unreadable", 20)


def test_a_body_shorter_than_was_promised_is_not_taken_in(feed: UUID, site: Site) -> None:
    site.say("/feed.json", [service(1)], Content_Length="9999")
    assert commands.fetch(SYSTEM, feed) == "failed"
    assert last(feed).why == "network"


def test_a_huge_answer_is_not_read_to_its_end(feed: UUID, site: Site, monkeypatch: Any) -> None:
    monkeypatch.setattr(asking, "MOST_BYTES", 1 << 20)
    site.say("/feed.json", b" " * (2 << 20))
    assert commands.fetch(SYSTEM, feed) == "failed"
    assert (last(feed).why, shown()) == ("large", 20)
    assert not list(folder.latest(feed).path.glob("*.part"))


def test_pages_that_lead_in_a_circle_end(db: None, site: Site) -> None:
    same = {"page_number": 1, "total_pages": 9, "contents": [service(1, phones=[])]}
    site.say("/services", same)
    site.say("/services?page=2", same)
    feed_id = commands.add_feed(SYSTEM, name="circle", address=site.at("/services"))
    assert commands.fetch(SYSTEM, feed_id) == "applied"
    assert len(site.asked) == 2


def test_redirects_are_followed_but_not_for_ever(feed: UUID, site: Site) -> None:
    site.say("/new.json", [service(number) for number in range(22)])
    site.say("/feed.json", b"", status=301, Location="/new.json")
    assert commands.fetch(SYSTEM, feed) == "applied"
    site.say("/feed.json", b"", status=302, Location="/feed.json")
    assert commands.fetch(SYSTEM, feed) == "failed"
    assert (last(feed).why, shown()) == ("loop", 22)


def test_a_feed_that_shrinks_too_far_is_held_and_nothing_goes(feed: UUID, site: Site) -> None:
    site.say("/feed.json", [service(number) for number in range(10)])
    assert commands.fetch(SYSTEM, feed) == "held"
    assert shown() == 20
    held = queries.held(SYSTEM, feed)
    assert (held.known, held.seen, held.gone) == (20, 10, 10)
    assert "Service 15" in held.names
    assert commands.fetch(SYSTEM, feed) is None


def test_a_held_feed_is_taken_in_when_a_person_says_so(feed: UUID, site: Site) -> None:
    site.say("/feed.json", [service(number) for number in range(10)])
    commands.fetch(SYSTEM, feed)
    assert commands.apply_held(SYSTEM, feed) == "applied"
    assert shown() == 10
    gone = Service.objects.get(external_id="s15")
    assert (gone.withdrawn_why, gone.original["name"]) == ("gone", "Service 15")
    assert (last(feed).gone, last(feed).decided_by) == (10, "Cydwaith")


def test_what_was_left_out_is_not_asked_about_again(feed: UUID, site: Site) -> None:
    site.say("/feed.json", [service(number) for number in range(10)])
    commands.fetch(SYSTEM, feed)
    commands.reject_held(SYSTEM, feed_id=feed)
    assert commands.fetch(SYSTEM, feed) == "rejected"
    assert shown() == 20
    site.say("/feed.json", [service(number) for number in range(9)])
    assert commands.fetch(SYSTEM, feed) == "held"


def test_a_few_that_go_are_withdrawn_and_come_back_when_the_feed_has_them(feed: UUID, site: Site) -> None:
    site.say("/feed.json", [service(number) for number in range(18)])
    assert commands.fetch(SYSTEM, feed) == "applied"
    assert (shown(), last(feed).gone) == (18, 2)
    site.say("/feed.json", [service(number) for number in range(20)])
    assert commands.fetch(SYSTEM, feed) == "applied"
    assert shown() == 20


@pytest.mark.parametrize("status", [404, 410])
def test_a_feed_that_is_gone_is_held(feed: UUID, site: Site, status: int) -> None:
    site.say("/feed.json", b"", status=status)
    assert commands.fetch(SYSTEM, feed) == "held"
    assert (last(feed).why, last(feed).gone, shown()) == ("vanished", 20, 20)
    commands.apply_held(SYSTEM, feed)
    assert shown() == 0


def test_a_feed_that_is_silent_for_a_week_is_held(feed: UUID, site: Site) -> None:
    site.say("/feed.json", b"", status=500)
    assert commands.fetch(SYSTEM, feed) == "failed"
    with clock.at(clock.now() + timedelta(days=8)):
        assert commands.fetch(SYSTEM, feed) == "held"
    assert last(feed).why == "silent"


def test_an_empty_feed_is_held(feed: UUID, site: Site) -> None:
    site.say("/feed.json", [])
    assert commands.fetch(SYSTEM, feed) == "held"
    assert last(feed).why == "empty"


def test_an_import_that_was_cut_off_is_finished_in_the_next_turn(db: None, site: Site) -> None:
    site.say("/feed.json", [service(number) for number in range(3)])
    feed_id = commands.add_feed(SYSTEM, name="council", address=site.at("/feed.json"))
    began = begin(SYSTEM, feed_id=feed_id)
    assert began is not None
    went = Collector(standard(), folder.latest(feed_id), folder.applied(feed_id)).collect(began[0])
    examine(SYSTEM, feed_id=feed_id, went=went, seconds=0)
    assert Feed.objects.get().state == "applying"
    site.says.clear()
    assert queries.due(SYSTEM) == [feed_id]
    assert commands.fetch(SYSTEM, feed_id) == "applied"
    assert shown() == 3


def test_two_at_once_do_not_fetch_the_same_feed(feed: UUID) -> None:
    assert begin(SYSTEM, feed_id=feed) is not None
    assert commands.fetch(SYSTEM, feed) is None
    with clock.at(clock.now() + timedelta(hours=2)):
        assert commands.fetch(SYSTEM, feed) == "same"


def test_a_local_correction_stands_through_a_fetch(feed: UUID, site: Site) -> None:
    from cydwaith.place.directory.commands import correct_record

    one = Service.objects.get(external_id="s3")
    correct_record(SYSTEM, kind="service", key=one.id, patch={"name": "Ours"})
    site.say("/feed.json", [service(number, fees="£1") for number in range(20)])
    commands.fetch(SYSTEM, feed)
    one.refresh_from_db()
    assert (one.name, one.fees) == ("Ours", "£1")


def test_the_worker_fetches_what_is_due_and_no_more(feed: UUID, site: Site) -> None:
    assert jobs.fetch_due.func() == 0
    commands.fetch_soon(SYSTEM, feed_id=feed)
    assert jobs.fetch_due.func() == 1
    commands.change_feed(SYSTEM, feed_id=feed, keeping=Keeping(24, 20, paused=True))
    with clock.at(clock.now() + timedelta(days=9)):
        assert jobs.fetch_due.func() == 0


def test_answers_that_came_another_way_are_looked_at_in_the_same_way(feed: UUID) -> None:
    from json import dumps

    brought = dumps([service(number) for number in range(4)]).encode()
    assert commands.receive(SYSTEM, feed, [("file:council.json", brought)]) == "held"


def test_a_server_that_says_unchanged_without_being_asked_is_not_believed(db: None, site: Site) -> None:
    site.says["/feed.json"] = lambda _headers: Reply(b"", 304)
    feed_id = commands.add_feed(SYSTEM, name="odd", address=site.at("/feed.json"))
    assert commands.fetch(SYSTEM, feed_id) == "failed"


def test_nothing_is_left_behind_outside_the_folder(feed: UUID, tmp_path: Path) -> None:
    assert {path.name for path in folder.home(feed).iterdir()} == {"applied"}
