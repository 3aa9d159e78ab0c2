"""Feeds are read a record at a time, and a broken one costs only itself."""

import json
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cydwaith.place.directory.rules.incoming import Incoming
from cydwaith.place.directory.rules.records import Problem
from cydwaith.standards.open_referral.documents import Document
from cydwaith.standards.open_referral.stream import CHUNK, Found, Text, array

SERVICES = [{"id": f"s{n}", "name": f"Service {n}", "status": "active"} for n in range(5)]


def read(text: str | bytes) -> tuple[list[str], list[Problem]]:
    body = text.encode() if isinstance(text, str) else text
    pieces = list(Document("feed.json", None).read(BytesIO(body)))
    good = [piece.data["id"] for piece in pieces if isinstance(piece, Incoming)]
    return good, [piece for piece in pieces if isinstance(piece, Problem)]


def service(number: int) -> dict[str, str]:
    return {"id": f"s{number}", "name": f"Service {number}", "status": "active"}


ALL = [service["id"] for service in SERVICES]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(SERVICES),
        json.dumps(SERVICES, indent=2),
        "\ufeff" + json.dumps(SERVICES),
        "\n".join(json.dumps(service) for service in SERVICES),
        json.dumps({"total_pages": 1, "contents": SERVICES}),
        json.dumps({"content": SERVICES, "totalPages": 1}),
    ],
    ids=["array", "indented", "byte order mark", "lines", "version 3 page", "version 1 page"],
)
def test_every_wrapping_gives_the_same_records(text: str) -> None:
    assert read(text) == (ALL, [])


def test_one_record_alone_is_a_feed_of_one() -> None:
    assert read(json.dumps(SERVICES[0])) == (["s0"], [])


def test_an_empty_page_is_fine() -> None:
    assert read('{"total_items": 0, "contents": [], "empty": true}') == ([], [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "There is nothing in it"),
        ("<!doctype html><title>x</title>", "This is a web page"),
        ('{"error": "not found"}', "This is not an Open Referral feed"),
        ('{"type": "FeatureCollection", "features": []}', "This is not an Open Referral feed"),
        ("hello", "This is not an Open Referral feed"),
        ('"text"', "This is not an Open Referral feed"),
        (b"\xff\xfe\x00", "The text is not UTF-8"),
    ],
)
def test_what_is_no_feed_is_named(text: str | bytes, reason: str) -> None:
    good, problems = read(text)
    assert good == []
    assert reason in problems[0].reason


def test_a_broken_record_among_lines_of_an_array_is_named_with_its_line() -> None:
    lines = [json.dumps(service) + "," for service in SERVICES]
    lines[2] = lines[2].replace('"name"', "name")
    good, problems = read("[\n" + "\n".join(lines).rstrip(",") + "\n]")
    assert good == ["s0", "s1", "s3", "s4"]
    assert [problem.where for problem in problems] == ["feed.json, line 4"]


def test_a_broken_line_of_json_lines_costs_only_itself() -> None:
    lines = [json.dumps(service) for service in SERVICES]
    lines[1] = lines[1][:20]
    good, problems = read("\n".join(lines))
    assert good == ["s0", "s2", "s3", "s4"]
    assert len(problems) == 1


def test_a_broken_first_line_costs_only_itself() -> None:
    lines = [json.dumps(service) for service in SERVICES]
    lines[0] = lines[0][:20]
    assert read("\n".join(lines))[0] == ["s1", "s2", "s3", "s4"]


def test_a_file_cut_off_gives_what_came_before_the_cut() -> None:
    whole = json.dumps(SERVICES, indent=1)
    good, problems = read(whole[: whole.index("Service 3")])
    assert good == ["s0", "s1", "s2"]
    assert len(problems) >= 1


def test_a_part_of_a_broken_record_is_not_taken_for_a_record() -> None:
    service = {"id": "s0", "name": "One", "organization": {"id": "o0", "name": "Owner"}}
    broken = json.dumps([service, service], indent=2).replace('"name": "One"', '"name": One', 1)
    assert read(broken)[0] == ["s0"]


def test_a_record_nested_past_reason_is_named() -> None:
    deep = '{"id": "s0", "name": ' + "[" * 100_000 + "]" * 100_000 + "}"
    good, problems = read(f"[{deep}]")
    assert good == []
    assert "nested too deeply" in problems[0].reason


def test_not_a_number_is_absent() -> None:
    pieces = list(Document("f", None).read(BytesIO(b'[{"id": "a", "name": "A", "minimum_age": NaN}]')))
    assert isinstance(pieces[0], Incoming)
    assert pieces[0].data["minimum_age"] is None


JSON = st.recursive(st.integers() | st.text() | st.booleans() | st.none(), st.lists, max_leaves=5)


@given(st.lists(JSON))
def test_an_array_is_read_as_json_reads_it(values: list[object]) -> None:
    text = Text(BytesIO(json.dumps(values).encode()))
    assert text.peek() == "["
    assert [piece.value for piece in array(text) if isinstance(piece, Found)] == values


def test_the_window_on_a_large_feed_stays_small() -> None:
    body = "[" + ",\n".join(json.dumps(service(n)) for n in range(30_000)) + "]"
    text, largest = Text(BytesIO(body.encode())), 0
    text.peek()
    for _ in array(text):
        largest = max(largest, len(text._window))
    assert largest < 4 * CHUNK < len(body)


@given(st.binary())
def test_no_bytes_break_the_reader(body: bytes) -> None:
    read(body)
