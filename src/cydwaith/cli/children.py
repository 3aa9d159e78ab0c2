"""The server and the worker as children of one parent that ends them together."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from types import FrameType
from typing import Any

from .exits import MACHINE, Halt

Children = dict[str, subprocess.Popen[bytes]]
PATIENCE = 10.0
TOLD: list[int] = []
"""Signals to stop that came; what a handler raises is lost when it comes in the midst of a fork."""
SERVER = ["-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--no-ws", "--log-level", "warning"]
CARE = ["--workers", "1", "--blocking-threads", "4", "--workers-kill-timeout", "5"]


def server(port: int) -> list[str]:
    """The command that serves the pages on this machine only."""
    return [sys.executable, *SERVER, *CARE, "--port", str(port), "cydwaith.site.wsgi:application"]


def worker() -> list[str]:
    """The command that does the queued work."""
    return [sys.executable, "-m", "cydwaith", "work"]


def launch(command: list[str]) -> subprocess.Popen[bytes]:
    """A child in a session of its own: Ctrl-C reaches only the parent, which then ends it."""
    return subprocess.Popen(command, env=environment(), **_apart())


def environment() -> Mapping[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("GRANIAN_")}


def _apart() -> dict[str, Any]:
    if os.name == "nt":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}  # type: ignore[attr-defined,unused-ignore]
    return {"start_new_session": True, "preexec_fn": _ends_with(os.getpid())}


def _ends_with(parent: int) -> Callable[[], None] | None:
    """On Linux a child is told to stop when its parent is killed, so that nothing holds the port."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl

    def prepare() -> None:
        prctl(1, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(MACHINE)

    return prepare


def answers(port: int, children: Children, patience: float = 60.0) -> None:
    """Wait until anything comes back; refuses when a child ends first.

    Where the place has a public address it is a word to come by https, which this port does not speak.
    """
    end = time.monotonic() + patience
    while time.monotonic() < end:
        ended(children)
        door = HTTPConnection("127.0.0.1", port, timeout=patience)
        try:
            door.request("GET", "/")
            door.getresponse().read()
            return
        except (OSError, HTTPException):
            time.sleep(0.05)
        finally:
            door.close()
    raise Halt(f"The server did not answer at port {port} within {patience:.0f} seconds.")


def watch(children: Children) -> None:
    """Stay until a child ends, which is never wanted, or until told to stop."""
    while not TOLD:
        ended(children)
        time.sleep(0.3)
    raise KeyboardInterrupt


def ended(children: Children) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            raise Halt(
                f"The {name} stopped by itself (exit code {child.returncode}), so everything was stopped."
            )


def stop(children: Children) -> None:
    """End every child: kindly, then by force. A second Ctrl-C does not leave one behind."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    for child in children.values():
        if child.poll() is None:
            child.terminate()
    end = time.monotonic() + PATIENCE
    for child in children.values():
        try:
            child.wait(max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        _end_what_it_started(child)


def _end_what_it_started(child: subprocess.Popen[bytes]) -> None:
    """What a child that was killed left behind would hold the port."""
    if os.name != "nt":
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)


def stop_on_terminate() -> None:
    """SIGTERM ends the parent as Ctrl-C does."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        TOLD.append(number)
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
