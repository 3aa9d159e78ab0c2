"""Search and recognition as other programs meet them."""

import json
import logging
from typing import Any

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cydwaith.cli import parser
from cydwaith.place.directory import api
from cydwaith.web.throttle import Throttle

from .conftest import TakeIn, at, entry

pytestmark = pytest.mark.django_db


def ask(client: Client, path: str, status: int = 200, **given: str) -> Any:
    answer = client.get(f"/api/{path}", given)
    assert answer.status_code == status, answer.content[:300]
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Content-Type"].startswith("application/json")
    return answer.json()


@pytest.fixture(autouse=True)
def _plenty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "THROTTLE", Throttle(burst=100_000, per_second=100_000))


@pytest.fixture
def two(take_in: TakeIn) -> None:
    take_in(
        entry("Debt advice", service_at_locations=at(51.6, -3.4)),
        entry("Walking football", service_at_locations=at(51.7, -3.4, "y")),
    )


def test_a_result_carries_the_feeds_own_id_and_why(client: Client, two: None) -> None:
    found = ask(client, "search", q="football", limit="5")
    assert (found["results"][0]["id"], found["total"]) == ("id of Walking football", 1)
    assert found["results"][0]["why"]


def test_a_need_may_be_asked_for_by_key(client: Client, two: None) -> None:
    found = ask(client, "search", need="debt")
    assert found["need"]["key"] == "debt"


def test_needs_are_told_with_a_score_and_a_reason(client: Client) -> None:
    first = ask(client, "needs", q="I cannot pay my debts")[0]
    assert first["key"] == "debt"
    assert 0 < first["score"] <= 1
    assert set(first) == {"key", "label", "score", "because"}


def test_words_of_crisis_bring_urgent_help(client: Client, two: None) -> None:
    assert ask(client, "search", q="I want to kill myself")["urgent"][0]["number"] == "999"


@pytest.mark.parametrize(
    ("path", "given", "parameter"),
    [
        ("search", {}, "q"),
        ("search", {"q": "x" * 300}, "q"),
        ("search", {"q": "choir", "limit": "many"}, "limit"),
        ("search", {"q": "choir", "limit": "0"}, "limit"),
        ("search", {"q": "choir", "within": "nan"}, "within"),
        ("search", {"q": "choir", "colour": "red"}, "colour"),
        ("needs", {}, "q"),
    ],
)
def test_a_fault_is_told_in_json_with_what_to_do(
    client: Client, path: str, given: dict[str, str], parameter: str
) -> None:
    said = ask(client, path, 400, **given)
    assert said["parameter"] == parameter
    assert said["error"]


def test_a_need_that_is_not_on_the_list_is_not_found(client: Client) -> None:
    assert ask(client, "search", 404, need="nothing-like-it")["error"]


def test_who_asks_too_often_is_told_when_to_come_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "THROTTLE", Throttle(burst=1, per_second=0.01))
    ask(client, "needs", q="debt")
    answer = client.get("/api/needs", {"q": "debt"})
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0


def test_a_faulty_question_leaves_no_words_in_the_log(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "cydwaith"):
        ask(client, "search", 400, q="my knees " * 40)
        ask(client, "search", q="my knees")
    assert "knees" not in caplog.text


def test_the_command_line_gives_the_same_answer(
    client: Client, two: None, capsys: pytest.CaptureFixture[str]
) -> None:
    options = parser.build().parse_args(["directory", "search", "football", "--json"])
    assert options.run(options) == 0
    assert json.loads(capsys.readouterr().out) == ask(client, "search", q="football")
    options = parser.build().parse_args(["directory", "needs", "debts", "--json"])
    assert options.run(options) == 0
    assert json.loads(capsys.readouterr().out) == ask(client, "needs", q="debts")


class AnythingAtAll(TestCase):  # type: ignore[misc]
    @settings(max_examples=40, deadline=None)
    @given(
        st.sampled_from(["search", "needs"]),
        st.dictionaries(
            st.sampled_from(["q", "near", "need", "within", "limit", "lang"]),
            st.text(max_size=30),
            max_size=4,
        ),
    )
    def test_nothing_that_is_asked_breaks_it(self, path: str, given: dict[str, str]) -> None:
        safe = {key: value.encode("utf-8", "replace").decode() for key, value in given.items()}
        assert self.client.get(f"/api/{path}", safe).status_code in (200, 400, 404)
