"""The steward's pages: feeds, what is held, conflicts, look-alikes, and where each value is from."""

from collections.abc import Callable
from json import dumps
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.urls import resolve, reverse

from cydwaith.kernel.actor import Actor, Role, Strength
from cydwaith.kernel.errors import Refused
from cydwaith.kernel.ids import new_id
from cydwaith.place.directory.commands import correct_record
from cydwaith.place.directory.models import Service
from cydwaith.place.feeds import commands, queries
from cydwaith.place.feeds.models import Feed

from .conftest import SYSTEM, Site, service

pytestmark = pytest.mark.django_db

STEWARD = Actor(
    account_id=new_id(),
    roles=frozenset([Role.STEWARD]),
    strength=Strength.SECOND_FACTOR,
    purpose="a steward's request",
    name="Sioned",
)
Get = Callable[..., Any]


@pytest.fixture
def ask(rf: RequestFactory) -> Get:
    """Ask for a page by name, as the steward unless somebody else is named."""

    def run(name: str, *args: object, post: dict[str, Any] | None = None, who: Actor = STEWARD) -> Any:
        from django.contrib.messages.storage.fallback import FallbackStorage
        from django.contrib.sessions.backends.db import SessionStore

        path = reverse(f"feeds:{name}", args=args)
        request: Any = rf.get(path) if post is None else rf.post(path, post)
        request.actor, request.session = who, SessionStore()
        request._messages = FallbackStorage(request)
        found = resolve(path)
        return found.func(request, *found.args, **found.kwargs)

    return run


def text(answer: Any) -> str:
    return str(answer.content.decode())


def key(external_id: str, source: str = "council") -> UUID:
    return Service.objects.get(external_id=external_id, source__name=source).id


def test_the_list_says_how_each_feed_does(feed: UUID, ask: Get) -> None:
    said = text(ask("feeds"))
    assert "council" in said
    assert "Taken in" in said


@pytest.mark.parametrize("name", ["feeds", "add", "conflicts", "duplicates"])
def test_these_pages_are_the_stewards(db: None, ask: Get, name: str) -> None:
    coach = Actor(account_id=new_id(), roles=frozenset([Role.COACH]), strength=Strength.SECOND_FACTOR)
    with pytest.raises((Refused, PermissionDenied)):
        ask(name, who=coach)


def test_a_feed_is_added_and_kept(db: None, site: Site, ask: Get) -> None:
    given = {"name": "Next valley", "address": f" {site.at('/services')} ", "every_hours": "6", "share": "10"}
    assert ask("add", post=given).status_code == 302
    one = Feed.objects.get()
    assert (one.address, one.every_hours, one.share) == (site.at("/services"), 6, 10)
    assert ask("feed", one.id, post={"every_hours": "0", "share": "5", "paused": "on"}).status_code == 302
    one.refresh_from_db()
    assert (one.every_hours, one.share, one.paused, one.next_at) == (0, 5, True, None)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"address": "ftp://x.example"}, "begins with https"),
        ({"address": ""}, "Where is it"),
        ({"share": "0"}, "1"),
        ({"name": ""}, "Whose feed"),
        ({"every_hours": "7"}, "valid choice"),
    ],
)
def test_bad_input_says_what_to_do(db: None, site: Site, ask: Get, wrong: dict[str, str], said: str) -> None:
    given = {"name": "N", "address": site.at("/x"), "every_hours": "6", "share": "10", **wrong}
    answer = ask("add", post=given)
    assert answer.status_code == 200
    assert said in text(answer)
    assert not Feed.objects.exists()


def test_the_same_address_or_name_twice_is_refused(feed: UUID, site: Site, ask: Get) -> None:
    for given in (
        {"name": "other", "address": site.at("/feed.json")},
        {"name": "council", "address": site.at("/y")},
    ):
        assert ask("add", post={**given, "every_hours": "6", "share": "10"}).status_code == 200
    assert Feed.objects.count() == 1


def test_a_held_feed_shows_what_would_go_and_takes_an_answer(feed: UUID, site: Site, ask: Get) -> None:
    site.say("/feed.json", [service(number) for number in range(10)])
    commands.fetch(SYSTEM, feed)
    said = text(ask("held", feed))
    assert "Service 15" in said
    assert "10 services are no longer shown" in said
    assert ask("held", feed, post={"apply": "1"}).status_code == 302
    assert queries.feeds(SYSTEM)[0].services == 10
    assert "Decided by Sioned" in text(ask("feed", feed))
    assert ask("held", feed).status_code == ask("held", feed, post={"reject": "1"}).status_code == 302


def test_leaving_a_held_feed_out_keeps_everything(feed: UUID, site: Site, ask: Get) -> None:
    site.say("/feed.json", b"", status=404)
    commands.fetch(SYSTEM, feed)
    ask("held", feed, post={"reject": "1"})
    assert queries.feeds(SYSTEM)[0].services == 20


def test_a_fetch_that_is_wanted_now_is_the_workers_next(feed: UUID, ask: Get) -> None:
    from django_tasks_db.models import DBTaskResult

    assert ask("fetch_now", feed, post={}).status_code == 302
    assert queries.due(SYSTEM) == [feed]
    assert DBTaskResult.objects.filter(task_path="cydwaith.place.feeds.jobs.fetch_one").exists()


def test_a_conflict_is_settled_field_by_field(feed: UUID, site: Site, ask: Get) -> None:
    one = key("s3")
    correct_record(SYSTEM, kind="service", key=one, patch={"name": "Ours", "fees": "£1"})
    site.say("/feed.json", [service(n, fees="£2") | {"name": f"Renamed {n}"} for n in range(20)])
    commands.fetch(SYSTEM, feed)
    assert "Ours" in text(ask("conflicts"))
    said = text(ask("conflict", "service", one))
    assert all(value in said for value in ("Ours", "Service 3", "Renamed 3", "£1", "£2"))
    half = ask("conflict", "service", one, post={"field-1": "ours"})
    assert "Choose ours or theirs for every field" in text(half)
    fields = [row.field for row in queries.moved_rows(SYSTEM, "service", one).rows]
    answers = {
        f"field-{n}": "ours" if field == "Name" else "theirs" for n, field in enumerate(fields, start=1)
    }
    assert ask("conflict", "service", one, post=answers).status_code == 302
    assert queries.moves(SYSTEM) == ()
    row = Service.objects.get(id=one)
    assert (row.name, row.fees) == ("Ours", "£2")


@pytest.fixture
def twins(feed: UUID, site: Site) -> tuple[UUID, UUID]:
    """One service in two feeds."""
    same = {"organization": {"id": "o", "name": "Friends of the Hall"}, "email": "hall@example.org"}
    site.say(
        "/feed.json", [service(n) for n in range(20)] + [service(99, **same) | {"name": "Hall tea dance"}]
    )
    commands.fetch(SYSTEM, feed)
    other = commands.add_feed(SYSTEM, name="charities", address=site.at("/charities.json"))
    twin = service(1, fees="£3", **same) | {"name": "The Hall Tea Dance"}
    commands.receive(SYSTEM, other, [("charities.json", dumps([twin]).encode())])
    commands.look_for_duplicates(SYSTEM)
    return key("s99"), key("s1", "charities")


def test_twins_are_listed_merged_traced_and_parted(twins: tuple[UUID, UUID], ask: Get) -> None:
    one, other = twins
    assert "Hall tea dance" in text(ask("duplicates"))
    said = text(ask("pair", one, other))
    assert "Differs" in said
    assert "£3" in said
    assert ask("pair", one, other, post={"merge": "1", "take": ["fees"]}).status_code == 302
    assert queries.count_alike(SYSTEM) == 0
    traced = text(ask("origin", one))
    assert "charities" in traced
    assert "Undo this merge" in traced
    assert ask("pair", one, other, post={"merge": "1"}).status_code == 302
    assert ask("part", other, post={}).status_code == 302
    assert Service.objects.get(id=one).fees == ""
    assert queries.count_alike(SYSTEM) == 1
    assert ask("part", other, post={}).status_code == 302


def test_what_is_not_the_same_is_not_asked_about_again(twins: tuple[UUID, UUID], ask: Get) -> None:
    one, other = twins
    assert ask("pair", one, other, post={"apart": "1"}).status_code == 302
    assert queries.count_alike(SYSTEM) == 0
    assert ask("look_again", post={}).status_code == 302
    assert queries.count_alike(SYSTEM) == 0


def test_the_list_takes_few_queries(twins: tuple[UUID, UUID], django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(3):
        queries.alike(SYSTEM)


def test_a_press_that_says_neither_yes_nor_no_changes_nothing(twins: tuple[UUID, UUID], ask: Get) -> None:
    one, other = twins
    assert ask("pair", one, other, post={"take": ["fees"]}).status_code == 200
    assert queries.count_alike(SYSTEM) == 1
