"""``directory import`` and ``directory search`` as scripts meet them."""

import json
from pathlib import Path

import pytest

from cydwaith.cli import parser
from cydwaith.commons.places.models import Level, Place

pytestmark = pytest.mark.django_db
GOOD = {"id": "a", "name": "Choir", "status": "active", "description": "Sing"}


def run(*words: str) -> int:
    options = parser.build().parse_args(["directory", *words])
    code: int = options.run(options)
    return code


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "services.json"
    path.write_text(json.dumps([GOOD, {"id": "b", "name": ""}]))
    return path


def test_json_is_one_object_with_four_counts_and_the_problems(
    feed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", str(feed), "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"created", "changed", "unchanged", "rejected", "problems"}
    assert (said["created"], said["changed"], said["unchanged"], said["rejected"]) == (1, 0, 0, 1)
    rejected = [problem for problem in said["problems"] if problem["severity"] == "rejected"]
    assert rejected[0]["id"] == "b"
    assert rejected[0]["where"] == "services.json, line 1"
    assert "no name" in rejected[0]["reason"]


def test_all_good_is_0_and_nothing_read_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, page = tmp_path / "services.json", tmp_path / "page.json"
    good.write_text(json.dumps([GOOD]))
    page.write_text("<html></html>")
    assert run("import", str(good)) == 0
    assert run("import", str(page)) == 2
    assert "This is a web page" in capsys.readouterr().out


def test_a_result_carries_the_id_of_the_feed(feed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("import", str(feed))
    capsys.readouterr()
    assert run("search", "choir", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [(row["id"], row["name"]) for row in found["results"]] == [("a", "Choir")]


def test_an_unknown_place_is_said_and_the_search_goes_on(
    feed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("import", str(feed))
    assert run("search", "choir", "--near", "Nowhere-at-all") == 0
    answer = capsys.readouterr()
    assert "is not known" in answer.err
    assert "Choir" in answer.out


@pytest.fixture
def choir_by_the_river(tmp_path: Path) -> None:
    """A choir in a hall with a known place, and two neighbourhoods: one 11 km away, one far."""
    where = {"id": "hall", "name": "Hall", "latitude": 51.5, "longitude": -3.2}
    path = tmp_path / "services.json"
    path.write_text(json.dumps([{**GOOD, "service_at_locations": [{"id": "here", "location": where}]}]))
    run("import", str(path))
    for code, north in (("W99000001", 51_600_000), ("W99000002", 52_500_000)):
        Place.objects.create(
            code=code, level=Level.NEIGHBOURHOOD, name=code, latitude_e6=north, longitude_e6=-3_200_000
        )


@pytest.mark.usefixtures("choir_by_the_river")
def test_only_what_is_near_is_called_near(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    run("search", "choir", "--near", "W99000001")
    assert "1 found near W99000001" in (near := capsys.readouterr().out) and "Nothing" not in near
    run("search", "choir", "--near", "W99000002")
    far = capsys.readouterr().out
    assert "Nothing within 15 km of W99000002, the nearest is 111." in far and "km away: 1 found" in far
    assert "near W99000002" not in far
