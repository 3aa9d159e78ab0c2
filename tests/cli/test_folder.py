"""The data folder: ours is kept, anybody else's is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cydwaith.cli import folder
from cydwaith.cli.exits import MACHINE, USAGE, Halt


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "data"


def test_a_new_folder_has_a_secret_that_only_its_owner_reads(data: Path) -> None:
    assert folder.prepare(data)
    assert (data / "secret").stat().st_mode & 0o777 == 0o600
    assert data.stat().st_mode & 0o777 == 0o700
    assert len((data / "secret").read_text()) >= 50


def test_preparing_again_changes_nothing(data: Path) -> None:
    folder.prepare(data)
    before = (data / "secret").read_text()
    assert not folder.prepare(data)
    assert (data / "secret").read_text() == before


def test_a_start_that_was_cut_off_after_the_marker_gets_its_secret(data: Path) -> None:
    folder.prepare(data)
    (data / "secret").unlink()
    folder.prepare(data)
    assert (data / "secret").read_text()


def test_a_folder_with_other_files_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    for attempt in (folder.prepare, folder.wipe):
        with pytest.raises(Halt) as refusal:
            attempt(tmp_path)
        assert refusal.value.code == USAGE
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


@pytest.mark.parametrize("below", ["", "below"])
def test_a_file_is_not_a_folder(tmp_path: Path, below: str) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(Halt, match="is a file, not a folder"):
        folder.prepare(file / below)


def test_a_fresh_start_empties_ours(data: Path) -> None:
    folder.prepare(data)
    (data / "letters").mkdir()
    (data / "letters" / "one.txt").touch()
    folder.wipe(data)
    assert list(data.iterdir()) == []


def test_a_wipe_that_was_stopped_can_be_done_again(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.prepare(data)
    monkeypatch.setattr(folder.shutil, "rmtree", lambda path: (_ for _ in ()).throw(OSError("stopped")))
    (data / "letters").mkdir()
    with pytest.raises(OSError, match="stopped"):
        folder.wipe(data)
    assert folder.is_ours(data)


def test_a_wipe_does_not_follow_a_link_out_of_the_folder(data: Path, tmp_path: Path) -> None:
    folder.prepare(data)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "keep").touch()
    (data / "link").symlink_to(outside)
    folder.wipe(data)
    assert (outside / "keep").exists()


def test_one_cydwaith_at_a_time(data: Path) -> None:
    folder.prepare(data)
    with folder.lock(data):
        with pytest.raises(Halt, match="already running") as refusal:
            folder.lock(data)
        assert refusal.value.code == MACHINE
    folder.lock(data).close()
