"""``cydwaith places``: words, numbers and exit codes."""

import json
from pathlib import Path

import pytest

from cydwaith.cli import parser

from . import samples

pytestmark = pytest.mark.django_db

KEYS = {"kind", "release", "created", "changed", "unchanged", "rejected", "skipped", "problems", "releases"}


def run(*words: str) -> int:
    options = parser.build().parse_args(["places", *words])
    code: int = options.run(options)
    return code


def test_an_import_answers_in_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = samples.write(tmp_path, "compact.csv", samples.COMPACT)
    assert run("import", str(path), "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert set(said) == KEYS
    assert (said["kind"], said["created"], said["problems"]) == ("postcodes-compact", 5, [])
    assert run("import", str(path), "--json") == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 5


def test_some_bad_rows_and_no_good_ones_have_their_own_exit_codes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    some = samples.write(tmp_path, "some.csv", samples.COMPACT + "nonsense,,,,,,\n")
    assert run("import", str(some)) == 1
    assert "some.csv line 7" in capsys.readouterr().out
    none = samples.write(tmp_path, "none.csv", "a,b\n")
    assert run("import", str(none)) == 2
    assert "none.csv holds no places: expected" in capsys.readouterr().err
    assert run("import", str(none), "--json") == 2
    said = json.loads(capsys.readouterr().out)
    assert (said["created"], len(said["problems"])) == (0, 1)


def test_finding_says_where_and_what_lies_around(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("import", str(samples.write(tmp_path, "compact.csv", samples.COMPACT)))
    capsys.readouterr()
    assert run("find", "cf10", "1ep") == 0
    out = capsys.readouterr().out
    assert out.startswith("CF10 1EP: 51.47")
    assert "council: Cardiff W06000015" in out
    assert run("find", "CF101EP", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["board"]["code"] == "W11000029"
    assert run("find", "nonsense") == 1
    assert "No such postcode" in capsys.readouterr().err
