"""The real command on a free port: its server and its worker over a data folder of its own."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment(data: Path) -> dict[str, str]:
    """The machine's variables without those of the test run, over SQLite."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("CYDWAITH_", "DJANGO_"))}
    return kept | {"CYDWAITH_DATA": str(data), "PYTHONPATH": str(ROOT / "src")}


def cydwaith(data: Path, *words: str) -> str:
    """Run one verb over a data folder; returns what it printed."""
    command = [sys.executable, "-m", "cydwaith", *words]
    return subprocess.run(
        command, env=environment(data), check=True, stdout=subprocess.PIPE, text=True
    ).stdout


@contextmanager
def running(data: Path) -> Iterator[str]:
    """Start over this folder, give the address, stop."""
    command = [sys.executable, "-m", "cydwaith", "start", "--json", "--no-demo", "--port", str(free_port())]
    with subprocess.Popen(command, env=environment(data), stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            assert said, f"the start ended with {process.wait()}"
            yield str(json.loads(said)["address"]).rstrip("/")
        finally:
            process.terminate()


def copy(data: Path, target: Path) -> Path:
    """A place of one's own, from one that was loaded before."""
    return Path(shutil.copytree(data, target, ignore=shutil.ignore_patterns("lock")))


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
