"""What is written in a log is about the machine, never about a person."""

import logging
from io import StringIO
from uuid import uuid4

import pytest
from django.http import HttpRequest
from django.test import Client

from cydwaith.commons.people import links
from cydwaith.site.logs import WithoutRequest


def line(message: str, *args: object, **extra: object) -> str:
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, message, args, None)
    record.__dict__.update(extra)
    assert WithoutRequest().filter(record)
    assert not hasattr(record, "request")
    return record.getMessage()


def test_a_signed_link_does_not_reach_the_log() -> None:
    token = links.make("answer", uuid4(), 14)
    written = line("%s: %s", "Internal Server Error", f"/cy/answer/{token}/", request=HttpRequest())
    assert token not in written and written.endswith("/cy/answer/***/")


def test_words_that_were_searched_for_do_not_reach_the_log() -> None:
    assert line("%s: %s", "Not Found", "/support/?words=back+pain") == "Not Found: /support/"


@pytest.mark.parametrize("path", ["/people/", "/person/0190a0a0-0000-7000-8000-000000000001/plan/"])
def test_an_ordinary_address_is_kept(path: str) -> None:
    assert path in line("%s: %s", "Internal Server Error", path)


def test_an_error_says_where_it_was_and_not_what_somebody_typed() -> None:
    typed = ("mair@home.example", "my back hurts")
    try:
        try:
            raise ValueError(typed[0])
        except ValueError as first:
            raise KeyError(typed[1]) from first
    except KeyError as error:
        raised = (KeyError, error, error.__traceback__)
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "It failed: %s", (error,), raised)
    WithoutRequest().filter(record)
    written = logging.Formatter("%(message)s").format(record)
    assert not any(words in written for words in typed)
    assert written.endswith("KeyError\n") and "ValueError" in written and __file__ in written


@pytest.mark.django_db
def test_other_names_tried_at_the_door_fill_no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    root = logging.getLogger().handlers
    (console,) = [one for one in root if any(isinstance(rule, WithoutRequest) for rule in one.filters)]
    monkeypatch.setattr(console, "stream", written := StringIO())
    assert Client().get("/", headers={"host": "somewhere.else.example"}).status_code == 400
    assert written.getvalue() == ""
    logging.getLogger("django.security").error("something else")
    assert "something else" in written.getvalue()
