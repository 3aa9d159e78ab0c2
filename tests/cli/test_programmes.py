"""``programmes load|show|check`` as scripts meet them."""

import json
from datetime import date
from pathlib import Path

import pytest

from cydwaith.cli import parser
from cydwaith.cli.exits import PROBLEMS, Halt
from cydwaith.kernel.actor import anonymous
from cydwaith.place.programmes import queries, starters
from tests.support.worlds import a_team

pytestmark = pytest.mark.django_db
Said = pytest.CaptureFixture[str]


def run(*words: str) -> int:
    options = parser.build().parse_args(["programmes", *words])
    code: int = options.run(options)
    return code


def test_what_comes_along_is_loaded_for_an_organisation(capsys: Said) -> None:
    a_team()
    assert run("load", "workwell", "--organisation", "team", "--from", "2026-04-01", "--note", "New") == 0
    assert run("load", "workwell", "--organisation", "team", "--from", "2026-04-01", "--json") == 0
    assert run("load", "wages") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("1 new, 0 as they were") and json.loads(told[1])["unchanged"] == 1
    assert told[2] == "0 new, 0 as they were; 27 new rates of minimum wage."
    (version,) = queries.versions(anonymous(), "workwell")
    assert (version.note, version.number) == ("New", "workwell 2026-04-01")


def test_what_is_shown_is_loaded_again_and_nothing_changes(capsys: Said, tmp_path: Path) -> None:
    a_team()
    run("load", "local", "--organisation", "team", "--from", "2026-01-01")
    capsys.readouterr()
    assert run("show", "good-work") == 0
    file = tmp_path / "mine.json"
    file.write_text(capsys.readouterr().out)
    assert run("load", str(file), "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"created": 0, "unchanged": 1, "wages": 0}
    with pytest.raises(Halt, match="No programme nothing"):
        run("show", "nothing")


def test_the_last_day_of_a_programme_is_said_and_taken_away(capsys: Said) -> None:
    a_team()
    run("load", "local", "--organisation", "team", "--from", "2026-01-01")
    capsys.readouterr()
    assert run("last-day", "good-work", "2099-03-31", "--why", "Funding", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"key": "good-work", "last": "2099-03-31"}
    assert queries.versions(anonymous(), "good-work")[0].card.valid_to == date(2099, 3, 31)
    assert run("last-day", "good-work", "--why", "It goes on") == 0
    assert capsys.readouterr().out == "good-work: it goes on without an end.\n"
    for wrong in (("good-work", "2001-01-01"), ("nothing", "2099-01-01")):
        with pytest.raises(Halt) as stop:
            run("last-day", *wrong, "--why", "Funding")
        assert stop.value.code == PROBLEMS


@pytest.mark.parametrize("name", [*starters.names(), "wages"])
def test_what_comes_along_is_right(name: str, capsys: Said) -> None:
    assert run("check", name) == 0
    assert "nothing is wrong" in capsys.readouterr().out
    assert run("check", name, "--json") == 0
    assert set(json.loads(capsys.readouterr().out)) == {"programmes", "wages"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not json", "is not JSON"),
        ("[1, 2]", "one programme, or several"),
        ('{"programmes": "x"}', "one programme, or several"),
        ('{"key": "x"}', "has no name"),
        (json.dumps({**starters.starter("local"), "stages": [{"key": "a"}]}), "English and in Welsh"),
    ],
)
def test_a_wrong_file_is_refused_with_what_is_wrong(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(text)
    for verb in ("check", "load"):
        with pytest.raises(Halt, match=said) as caught:
            run(verb, str(file))
        assert caught.value.code == PROBLEMS


def test_a_file_that_is_not_there_and_nobody_who_runs_it_are_said() -> None:
    with pytest.raises(Halt, match="These come along: connect-to-work"):
        run("check", "nowhere.json")
    with pytest.raises(Halt, match="which organisation"):
        run("load", "workwell")
