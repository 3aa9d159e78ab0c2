"""When nothing more can be kept, a page says so plainly, and nothing is half done."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from cydwaith.commons.circle.rules import Scope
from cydwaith.commons.people import commands as people
from cydwaith.kernel.actor import Actor
from cydwaith.place.directory.queries import plain
from cydwaith.site import unkept
from tests.support.browsing import Browser
from tests.support.worlds import OPERATOR, a_person, a_team, lets_in

pytestmark = pytest.mark.django_db

LONG = "My knees are gone. " * 250
"""More than the last page of a table has room for."""
NO_ROOM = """CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
$$BEGIN RAISE EXCEPTION 'could not write %', NEW USING ERRCODE = '53100'; END$$"""


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def full_disk() -> Iterator[None]:
    """The database answers with its own error, as it does where there is no room.

    SQLite may take back the whole transaction then, and with it the world of the test: look, and stop.
    """
    if connection.vendor == "sqlite":
        run("PRAGMA max_page_count = 1")  # SQLite takes as many as there are
        yield
        connection.connection.execute("PRAGMA max_page_count = 1073741823")
    else:
        run(
            NO_ROOM,
            "CREATE TRIGGER no_room BEFORE INSERT ON plans_entry FOR EACH ROW EXECUTE FUNCTION no_room()",
        )
        yield


@contextmanager
def read_only() -> Iterator[None]:
    """As a disk that was mounted anew after a fault, or a standby."""
    if connection.vendor == "sqlite":
        run("PRAGMA query_only = 1")
        yield
        run("PRAGMA query_only = 0")
    else:
        kept = transaction.savepoint()
        run("SET TRANSACTION READ ONLY")
        yield
        transaction.savepoint_rollback(kept)


@pytest.fixture
def mair() -> Actor:
    return a_person("Mair Example", "mair@home.example")


def matters(mair: Actor) -> str:
    return reverse("plans:entry", args=[mair.person_id, "matters"])


@pytest.mark.parametrize(("prefix", "title"), [("", "We could not keep this"), ("/cy", "Ni allem gadw hyn")])
def test_where_there_is_no_room_the_page_says_that_it_was_not_kept(
    browser: Browser, mair: Actor, prefix: str, title: str
) -> None:
    client = browser(mair)
    with full_disk():
        answer = client.post(prefix + matters(mair), {"words": LONG})
    assert answer.status_code == 503 and answer["Retry-After"] == "120"
    assert answer.content.decode().count(title) == 2, "in the title and as the heading"


def test_nothing_is_half_kept_and_later_the_same_page_keeps_it(browser: Browser, mair: Actor) -> None:
    client = browser(mair)
    with read_only():
        assert client.post(matters(mair), {"words": LONG}).status_code == 503
    assert "knees" not in client.get(matters(mair)).content.decode()
    assert client.post(matters(mair), {"words": LONG}).status_code == 302
    assert "knees" in client.get(matters(mair)).content.decode()


def test_the_log_says_what_the_machine_lacks_and_not_what_somebody_wrote(
    browser: Browser, mair: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    client = browser(mair)
    with full_disk():
        client.post(matters(mair), {"words": LONG})
    assert ("SQLITE_FULL" if connection.vendor == "sqlite" else "DiskFull") in caplog.text
    assert "knees" not in caplog.text


def test_the_page_says_whom_to_ring(browser: Browser, mair: Actor) -> None:
    people.set_up_partnership(
        OPERATOR, name="Cwm Teg", name_cy="Cwm Teg", place_code="W06000016",
        email="ask@teg.example", phone="01632 960 999",
    )  # fmt: skip
    client = browser(mair)
    client.get(matters(mair))
    with full_disk():
        page = client.post(matters(mair), {"words": LONG}).content.decode()
    assert 'href="tel:01632960999"' in page and "ask@teg.example" in page


def test_a_record_is_not_opened_where_the_look_cannot_be_written_down(browser: Browser, mair: Actor) -> None:
    team = a_team()
    lets_in(mair, team, Scope.CONTACT | Scope.PLAN | Scope.ABOUT_ME)
    client = browser(team.coach)
    with read_only():
        answer = client.get(reverse("plans:plan", args=[mair.person_id]))
    assert answer.status_code == 503
    assert "We cannot open this page just now" in answer.content.decode()
    assert "Mair" not in answer.content.decode()


def test_pages_that_only_read_stay_open(browser: Browser, mair: Actor) -> None:
    client = browser(mair)
    with read_only():
        assert client.get(reverse("plans:plan", args=[mair.person_id])).status_code == 200
        assert Client().get("/").status_code == 200


@pytest.mark.parametrize(
    ("prefix", "words"), [("", "look whether it is there"), ("/cy", "edrychwch a yw yno")]
)
def test_what_cannot_be_kept_after_the_page_was_made_is_said_in_the_readers_language(
    mair: Actor, prefix: str, words: str
) -> None:
    client = Client(raise_request_exception=False)
    with read_only():
        answer = client.post(f"{prefix}/account/sign-in/", {"email": "mair@home.example"})
    assert answer.status_code == 503
    assert words in answer.content.decode()


def test_a_program_is_told_in_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/srv/mair@home.example")

    monkeypatch.setattr(plain, "needs", full)
    answer = Client().get("/api/needs?q=knees")
    assert answer.status_code == 503 and "error" in answer.json()


@pytest.mark.parametrize("statement", ["SELECT * FROM nowhere", "SELECT FROM WHERE"])
def test_a_fault_of_ours_stays_a_fault_of_ours(statement: str) -> None:
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        run(statement)
    assert unkept.reason(caught.value) == ""
    assert unkept.reason(ValueError("database or disk is full")) == ""
