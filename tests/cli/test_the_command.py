"""The one command as a person at a terminal meets it: one sentence, and a code that means something."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from cydwaith.cli import children
from tests.support import server

ROOT = Path(__file__).resolve().parents[2]


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """One verb in the environment; `variables` on top of the machine's."""
    command = [sys.executable, "-m", "cydwaith", *words]
    env = server.environment(ROOT / "build" / "nowhere") | variables
    return subprocess.run(command, env=env, capture_output=True, text=True, cwd="/", timeout=120)


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


@pytest.mark.parametrize("words", [("--help",), ("audit", "verify", "--help"), ("start", "--help")])
def test_help_names_the_exit_codes(words: tuple[str, ...]) -> None:
    said = run(*words)
    assert said.returncode == 0
    assert "exit codes:" in said.stdout


@pytest.mark.parametrize("words", [("sing",), ("--port", "0"), ("audit",), ("--prot", "1")])
def test_wrong_words_end_with_two(words: tuple[str, ...]) -> None:
    assert run(*words).returncode == 2


def test_a_taken_port_is_said_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = run("--data", str(tmp_path / "data"), "--port", port)
    assert said.returncode == 3
    assert f"Port {port} is taken" in one_sentence(said)
    assert not (tmp_path / "data").exists()


def test_fresh_leaves_a_folder_of_somebody_else_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").touch()
    said = run("--fresh", "--yes", "--data", str(tmp_path), "--port", str(server.free_port()))
    assert said.returncode == 2
    assert "holds other files" in one_sentence(said)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_fresh_wants_a_yes(tmp_path: Path) -> None:
    (tmp_path / "cydwaith.json").write_text("{}")
    said = run("--fresh", "--data", str(tmp_path), "--port", str(server.free_port()))
    assert (said.returncode, one_sentence(said)) == (
        2,
        "Nothing was removed: --fresh needs a yes (or --yes).",
    )
    assert (tmp_path / "cydwaith.json").exists()


def test_data_stands_before_or_after_the_verb_and_stray_settings_do_no_harm(tmp_path: Path) -> None:
    stray = {"DJANGO_SETTINGS_MODULE": "somebody.elses"}
    for words in (["--data", str(tmp_path / "d"), "migrate"], ["migrate", "--data", str(tmp_path / "d")]):
        said = run(*words, "--json", **stray)
        assert (said.returncode, json.loads(said.stdout)) == (0, {"migrated": True})


def test_an_old_python_can_read_the_sentence_about_its_version() -> None:
    source = (ROOT / "cydwaith").read_text()
    assert [sign for sign in (" f'", ' f"', ":=", "->", "*, ") if sign in source] == []


def test_it_starts_answers_and_stops_and_a_dead_worker_stops_everything(tmp_path: Path) -> None:
    """Also where it has a public address, and a proxy before it speaks https for it."""
    command = [sys.executable, "-m", "cydwaith", "--json", "--no-demo", "--port", str(server.free_port())]
    environment = server.environment(tmp_path / "data")
    here, public = "http://127.0.0.1", "https://support.example.wales"
    for place, ending, code in ((here, _terminate, 0), (public, _kill_a_child, 3)):
        with started(command, environment | {"CYDWAITH_ADDRESS": place}) as process:
            assert process.stdout is not None
            address = json.loads(process.stdout.readline())["address"]
            through_a_proxy = urllib.request.Request(
                f"{address}account/sign-in/", headers={"X-Forwarded-Proto": "https"}
            )
            page = urllib.request.urlopen(through_a_proxy)
            assert page.status == 200
            assert ("Secure" in page.headers["Set-Cookie"]) is (place == public)
            assert ("Strict-Transport-Security" in page.headers) is (place == public)
            ending(process)
            assert process.wait(30) == code
            with pytest.raises(OSError, match="refused"):
                urllib.request.urlopen(address)


@contextmanager
def started(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The command while it runs; a test that fails does not wait for it."""
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_a_word_to_stop_that_comes_in_the_midst_of_a_fork_is_not_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a handler raises there is swallowed; that it was told stays."""
    monkeypatch.setattr(children, "TOLD", [signal.SIGTERM])
    with pytest.raises(KeyboardInterrupt):
        children.watch({})


def test_what_a_killed_child_had_started_is_ended_too(monkeypatch: pytest.MonkeyPatch) -> None:
    import psutil

    monkeypatch.setattr(signal, "signal", lambda *_: None)  # the run of tests can still be stopped
    dying = "import os, subprocess; print(subprocess.Popen(['sleep', '60']).pid, flush=True); os.kill(os.getpid(), 9)"
    command = [sys.executable, "-c", dying]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True) as child:
        assert child.stdout is not None
        left_behind = psutil.Process(int(child.stdout.readline()))
        child.wait()
        assert left_behind.status() != psutil.STATUS_ZOMBIE
        children.stop({"server": child})
        with suppress(psutil.NoSuchProcess):
            end = time.monotonic() + 10
            while left_behind.status() != psutil.STATUS_ZOMBIE:
                assert time.monotonic() < end
                time.sleep(0.05)


def _terminate(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGTERM)


def _kill_a_child(process: subprocess.Popen[str]) -> None:
    import psutil

    end = time.monotonic() + 10
    while time.monotonic() < end:
        workers = [one for one in psutil.Process(process.pid).children() if "work" in one.cmdline()]
        if workers:
            workers[0].kill()
            return
        time.sleep(0.1)
    raise AssertionError("there was no worker")
