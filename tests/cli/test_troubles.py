"""What an operator meets when the machine is not as it should be: a sentence, and never a trace."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cydwaith.cli import folder
from tests.cli.test_the_command import one_sentence, run
from tests.support import server


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("CYDWAITH_ADDRESS", "support.example.wales"),
        ("CYDWAITH_ADDRESS", "https://support.example.wales/health"),
        ("CYDWAITH_ADDRESS", "https://"),
        ("CYDWAITH_ADDRESS", "https://support.example.wales:door"),
        ("CYDWAITH_DATABASE_URL", "mysql://somewhere/place"),
        ("CYDWAITH_DATABASE_URL", "a database"),
        ("CYDWAITH_EMAIL_URL", "mail.example.wales:587"),
    ],
)
def test_an_address_that_cannot_work_is_said_before_anything_is_made(
    tmp_path: Path, name: str, said: str
) -> None:
    for verb in ("start", "check"):
        done = run(verb, "--data", str(tmp_path / "data"), **{name: said})
        assert done.returncode == 2
        assert f"{name} is not an address that can be used: it should look like" in one_sentence(done)
        assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("said", ["soon", "0", "-3", "400", "7.5", "٧"])
def test_a_pace_that_is_no_number_of_days_is_said(tmp_path: Path, said: str) -> None:
    done = run("check", "--data", str(tmp_path / "data"), CYDWAITH_GOAL_STUCK_AFTER_DAYS=said)
    assert done.returncode == 2
    assert "CYDWAITH_GOAL_STUCK_AFTER_DAYS is not a number of days" in one_sentence(done)


def test_a_postgresql_that_does_not_answer_is_named_without_its_password(tmp_path: Path) -> None:
    folder.prepare(tmp_path / "data")
    url = f"postgresql://place:hush@host/place?hostaddr=127.0.0.1&port={server.free_port()}"
    done = run("check", "--data", str(tmp_path / "data"), CYDWAITH_DATABASE_URL=url)
    assert done.returncode == 3
    assert "The database named in CYDWAITH_DATABASE_URL did not answer" in one_sentence(done)
    assert "hush" not in done.stderr


def test_a_damaged_database_is_called_damaged(tmp_path: Path) -> None:
    folder.prepare(tmp_path / "data")
    (tmp_path / "data" / folder.DATABASE).write_bytes(b"nothing of the kind" * 1000)
    done = run("check", "--data", str(tmp_path / "data"))
    assert done.returncode == 3
    assert "is damaged: restore the last backup" in one_sentence(done)


def test_tables_of_a_newer_version_are_left_alone(tmp_path: Path) -> None:
    run("migrate", "--data", str(tmp_path / "data"))
    with sqlite3.connect(tmp_path / "data" / folder.DATABASE) as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('circle', '9999_later', '2030-01-01')"
        )
    (tmp_path / "data" / "stamps.json").unlink()
    done = run("check", "--data", str(tmp_path / "data"))
    assert done.returncode == 3
    assert "were made by a newer Cydwaith" in one_sentence(done)


@pytest.mark.parametrize("verb", [("check",), ("audit", "verify")])
def test_a_mistyped_folder_is_not_made_into_a_place_that_is_in_order(
    tmp_path: Path, verb: tuple[str, ...]
) -> None:
    done = run(*verb, "--data", str(tmp_path / "cydwiath"))
    assert done.returncode == 2
    assert "holds no place: name its data folder with --data" in one_sentence(done)
    assert not (tmp_path / "cydwiath").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("directory", "search", "choir", "--within", "nan"), "'nan' is not a distance"),
        (("directory", "search", "choir", "--within", "near"), "'near' is not a distance"),
        (("directory", "search", "choir", "--limit", "0"), "give a whole number from 1"),
        (("programmes", "last-day", "ips", "31/12/2031", "--why", "x"), "write it as 2031-12-31"),
    ],
)
def test_what_cannot_be_read_is_told_with_how_to_write_it(words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr


def test_a_file_elsewhere_that_cannot_be_written_is_not_blamed_on_the_data_folder(tmp_path: Path) -> None:
    run("migrate", "--data", str(tmp_path / "data"))
    done = run("needs", "export", str(tmp_path / "nowhere" / "list.json"), "--data", str(tmp_path / "data"))
    assert done.returncode == 3
    assert "choose another." in one_sentence(done) and "--data" not in done.stderr


READ_A_FILE = (
    "directory check",
    "directory import",
    "method spc xmr",
    "needs import",
    "places import",
    "programmes check",
    "programmes load",
    "restore",
)


def test_a_file_that_is_not_there_is_a_wrong_word_whatever_the_verb(tmp_path: Path) -> None:
    for verb in READ_A_FILE:
        done = run(*verb.split(), str(tmp_path / "nowhere.json"), "--data", str(tmp_path / "data"))
        assert done.returncode == 2, verb
        assert "nowhere.json" in done.stdout + done.stderr, verb
        assert "Traceback" not in done.stderr, verb
