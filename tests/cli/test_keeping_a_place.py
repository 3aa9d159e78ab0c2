"""A place kept in one file and put back: whole or not at all, and never over another."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest

from cydwaith.cli import backup, folder, main, stamps


@pytest.fixture(autouse=True)
def _the_machines_variables_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CYDWAITH_DATABASE_URL", raising=False)
    for name in ("CYDWAITH_DATA", "DJANGO_SETTINGS_MODULE"):  # which the command sets
        monkeypatch.setenv(name, os.environ.get(name, ""))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    data = tmp_path / "place"
    folder.prepare(data)
    with closing(sqlite3.connect(data / folder.DATABASE)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE said (words TEXT)")
        database.execute("INSERT INTO said VALUES ('my knees are gone')")
        database.commit()
    (data / "letters").mkdir()
    (data / "letters" / "one.log").write_text("a code")
    (data / "open-data").mkdir()
    (data / "open-data" / "all.json").write_text("[]")
    return data


def said(data: Path) -> list[str]:
    with closing(sqlite3.connect(data / folder.DATABASE)) as database:
        return [words for (words,) in database.execute("SELECT words FROM said")]


def test_a_place_that_was_kept_stands_again_with_its_words_its_letters_and_its_secret(
    place: Path, tmp_path: Path
) -> None:
    assert main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)]) == 0
    assert main(["restore", str(tmp_path / "monday.zip"), "--data", str(tmp_path / "again")]) == 0
    again = tmp_path / "again"
    assert folder.is_ours(again)
    assert said(again) == ["my knees are gone"]
    assert (again / "secret").read_text() == (place / "secret").read_text()
    assert (again / "letters" / "one.log").read_text() == "a code"


def test_only_its_owner_reads_what_was_kept_and_what_was_put_back(place: Path, tmp_path: Path) -> None:
    main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)])
    main(["restore", str(tmp_path / "monday.zip"), "--data", str(tmp_path / "again")])
    files = [tmp_path / "monday.zip", *(path for path in (tmp_path / "again").rglob("*") if path.is_file())]
    assert {path.stat().st_mode & 0o077 for path in files} == {0}
    assert (tmp_path / "again").stat().st_mode & 0o077 == 0


def test_what_is_made_again_by_itself_is_not_kept(place: Path, tmp_path: Path) -> None:
    folder.lock(place).close()
    main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)])
    with ZipFile(tmp_path / "monday.zip") as archive:
        assert sorted(archive.namelist()) == [
            "cydwaith.json",
            "cydwaith.sqlite3",
            "letters/one.log",
            "secret",
        ]


def test_it_is_kept_as_it_was_at_one_moment_while_somebody_writes(place: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(place / folder.DATABASE)) as writer:
        writer.execute("INSERT INTO said VALUES ('written and kept')")
        writer.commit()
        writer.execute("INSERT INTO said VALUES ('half written')")
        assert main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)]) == 0
    main(["restore", str(tmp_path / "monday.zip"), "--data", str(tmp_path / "again")])
    assert said(tmp_path / "again") == ["my knees are gone", "written and kept"]


def test_a_place_is_never_put_over_another(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)])
    with closing(sqlite3.connect(place / folder.DATABASE)) as database:
        database.execute("INSERT INTO said VALUES ('since monday')")
        database.commit()
    assert main(["restore", str(tmp_path / "monday.zip"), "--data", str(place)]) == 2
    assert "holds a place already" in capsys.readouterr().err
    assert said(place) == ["my knees are gone", "since monday"]


def test_a_file_that_is_there_is_not_written_over(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "monday.zip").write_text("last monday")
    assert main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "monday.zip").read_text() == "last monday"


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_file_that_was_cut_short_restores_nothing(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], share: float
) -> None:
    main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)])
    whole = (tmp_path / "monday.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: int(len(whole) * share)])
    assert main(["restore", str(tmp_path / "cut.zip"), "--data", str(tmp_path / "again")]) == 1
    assert "cut short or damaged: nothing was restored" in capsys.readouterr().err
    assert not (tmp_path / "again").exists()


def test_a_folder_is_no_backup(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(place), "--data", str(tmp_path / "again")]) == 2
    assert "is not a file" in capsys.readouterr().err


def test_a_file_with_one_wrong_byte_restores_nothing(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)])
    bytes_ = bytearray((tmp_path / "monday.zip").read_bytes())
    bytes_[200] ^= 0xFF
    (tmp_path / "monday.zip").write_bytes(bytes_)
    (tmp_path / "again").mkdir()
    assert main(["restore", str(tmp_path / "monday.zip"), "--data", str(tmp_path / "again")]) == 1
    assert "damaged" in capsys.readouterr().err
    assert list((tmp_path / "again").iterdir()) == []


@pytest.mark.parametrize("name", ["../outside", "/outside", "letters/../../outside", "a\\..\\b", "C:/x"])
def test_a_file_that_names_another_folder_is_not_ours(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)])
    with ZipFile(tmp_path / "monday.zip", "a") as archive:
        archive.writestr(name, "x")
    assert main(["restore", str(tmp_path / "monday.zip"), "--data", str(tmp_path / "again")]) == 2
    assert "was not made by `cydwaith backup`" in capsys.readouterr().err
    assert not (tmp_path / "again").exists()


def test_a_damaged_database_is_not_kept_as_if_it_were_whole(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / folder.DATABASE).write_bytes(b"nothing of the kind" * 1000)
    assert main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)]) == 3
    assert "is damaged" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


def test_nothing_is_left_of_a_backup_that_was_stopped(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_pack", full)
    assert main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)]) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


def test_a_place_in_postgresql_is_sent_to_its_own_tools(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CYDWAITH_DATABASE_URL", "postgresql://somewhere/place")
    assert main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)]) == 2
    assert "pg_dump" in capsys.readouterr().err


def test_a_folder_without_a_place_has_nothing_to_keep(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(tmp_path / "monday.zip"), "--data", str(tmp_path)]) == 2
    assert "holds no place to keep" in capsys.readouterr().err


def test_both_verbs_answer_a_program(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "monday.zip"
    main(["backup", str(kept), "--data", str(place), "--json"])
    said = {"file": str(kept), "bytes": kept.stat().st_size, "cleared": 0}
    assert json.loads(capsys.readouterr().out) == said
    main(["restore", str(kept), "--data", str(tmp_path / "again"), "--json"])
    assert json.loads(capsys.readouterr().out) == {"restored": str(tmp_path / "again")}


def killed_backup(where: Path, place: Path, name: str) -> None:
    """As when the machine stops in the midst of packing."""
    killed = (
        "import os; from cydwaith.cli import backup, main;"
        "backup._pack = lambda *_: os.kill(os.getpid(), 9);"
        f"main(['backup', {name!r}, '--data', {str(place)!r}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", killed], cwd=where, env=os.environ | {"PYTHONPATH": _source()}
    )
    assert done.returncode == -9


def test_what_a_killed_backup_left_is_cleared_by_the_next_which_says_so(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backups = tmp_path / "backups"
    backups.mkdir()
    (backups / "letter.zip.part").write_text("somebody else's download")
    killed_backup(backups, place, "sunday.zip")
    assert len(list(backups.glob(f"{backup.ASIDE}*/{folder.DATABASE}"))) == 1
    assert main(["backup", str(backups / "monday.zip"), "--data", str(place)]) == 0
    assert "Cleared away what a backup that was not finished left" in capsys.readouterr().out
    assert sorted(path.name for path in backups.iterdir()) == ["letter.zip.part", "monday.zip"]


def test_what_a_backup_that_still_runs_has_made_is_left_alone(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backups = tmp_path / "backups"
    backups.mkdir()
    killed_backup(backups, place, "sunday.zip")
    with backup._among_others(backups) as cleared:  # one that runs
        assert cleared == 1
        (backups / f"{backup.ASIDE}running").mkdir()
        assert main(["backup", str(backups / "monday.zip"), "--data", str(place)]) == 0
        assert "Cleared" not in capsys.readouterr().out
        assert (backups / f"{backup.ASIDE}running").exists()


def test_a_backup_does_not_lie_in_the_place_that_it_keeps(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(place / "monday.zip"), "--data", str(place)]) == 2
    assert "lies in the place itself" in capsys.readouterr().err


def test_what_a_newer_version_kept_is_not_restored(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(place / folder.DATABASE)) as database:
        database.execute("CREATE TABLE django_migrations (app TEXT, name TEXT)")
        database.execute("INSERT INTO django_migrations VALUES ('sites', '0009_of_somebody_else')")
        database.executemany("INSERT INTO django_migrations VALUES (?, ?)", stamps.known_migrations())
        database.commit()
        kept = [tmp_path / "monday.zip", tmp_path / "tuesday.zip"]
        assert main(["backup", str(kept[0]), "--data", str(place)]) == 0
        database.execute("INSERT INTO django_migrations VALUES ('circle', '9999_later')")
        database.commit()
        assert main(["backup", str(kept[1]), "--data", str(place)]) == 0
    assert main(["restore", str(kept[0]), "--data", str(tmp_path / "fine")]) == 0
    assert main(["restore", str(kept[1]), "--data", str(tmp_path / "again")]) == 1
    assert "was kept by a newer Cydwaith" in capsys.readouterr().err
    assert not any((tmp_path / "again").iterdir())


def test_a_restore_that_was_killed_is_not_taken_for_a_place(place: Path, tmp_path: Path) -> None:
    main(["backup", str(tmp_path / "monday.zip"), "--data", str(place)])
    killed = (
        "import os; from pathlib import Path; from cydwaith.cli import folder, main, restore;"
        "restore._look_at = lambda *_: os.kill(os.getpid(), 9);"
        "main(['restore', 'monday.zip', '--data', 'again'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", killed], cwd=tmp_path, env=os.environ | {"PYTHONPATH": _source()}
    )
    assert done.returncode == -9
    assert (tmp_path / "again" / folder.DATABASE).exists()
    assert not folder.is_ours(tmp_path / "again")


def _source() -> str:
    return str(Path(backup.__file__).resolve().parents[2])
