"""The data folder: the one place where an installation keeps what it knows.

Ours is known by its marker; a folder with other files and no marker is never touched.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sqlite3
from pathlib import Path
from typing import IO

from .exits import USAGE, Halt

MARKER, SECRET, LOCK, DATABASE = "cydwaith.json", "secret", "lock", "cydwaith.sqlite3"
CHECKOUT = Path(__file__).resolve().parents[3]


def default() -> Path:
    """CYDWAITH_DATA, else ``data`` in the checkout, else ``data`` here."""
    beside = CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()
    return Path(os.environ.get("CYDWAITH_DATA") or beside / "data")


def is_ours(data: Path) -> bool:
    return (data / MARKER).is_file()


def check(data: Path) -> None:
    """Refuse a path that cannot become, or is not, a data folder of ours; changes nothing."""
    if data.exists() and not data.is_dir():
        raise Halt(f"{data} is a file, not a folder: choose another with --data.", USAGE)
    existing = next(path for path in (data, *data.parents) if path.exists())
    if not existing.is_dir():
        raise Halt(f"{existing} is a file, not a folder: choose another with --data.", USAGE)
    if not os.access(existing, os.W_OK | os.X_OK):
        raise Halt(f"{existing} cannot be written to: choose another folder with --data.")
    if data.exists() and not is_ours(data) and any(path.name != LOCK for path in data.iterdir()):
        raise Halt(f"{data} holds other files: choose an empty folder or a new one with --data.", USAGE)


def require(data: Path) -> None:
    """Refuse where no place stands: looking at a name that was mistyped would find a new one in order."""
    check(data)
    if not is_ours(data):
        raise Halt(f"{data} holds no place: name its data folder with --data.", USAGE)


def prepare(data: Path) -> bool:
    """Make the folder, its marker and its secret unless they stand; True when this call made it."""
    check(data)
    new = not is_ours(data)
    if new:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        data.chmod(0o700)
        _write(data / MARKER, json.dumps({"product": "cydwaith", "folder": 1}))
    if not (data / SECRET).exists():
        _write(data / SECRET, secrets.token_urlsafe(50))
    return new


def _write(path: Path, text: str) -> None:
    """Readable by the owner alone, and whole or not at all."""
    part = path.with_name(path.name + ".new")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def remove(data: Path) -> None:
    """The folder and what is in it."""
    if data.is_dir():
        empty(data)
        data.rmdir()


def empty(data: Path, but: str = "") -> None:
    """What is in the folder, the marker last so that a stopped removal can be done again."""
    for path in sorted(data.iterdir(), key=lambda path: path.name == MARKER):
        if path.name == but:
            continue
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def wipe(data: Path) -> None:
    """Empty a folder of ours for a fresh start; refuses any other."""
    if data.exists() and any(path.name != LOCK for path in data.iterdir()) and not is_ours(data):
        raise Halt(f"{data} is not a data folder of Cydwaith, so --fresh leaves it alone.", USAGE)
    if data.is_dir():
        empty(data, LOCK)


def lock(data: Path) -> IO[bytes]:
    """Hold the folder until the file returned is closed; refuses when another Cydwaith runs in it."""
    file = (data / LOCK).open("ab")
    try:
        _lock(file)
    except OSError:
        file.close()
        raise Halt(
            f"Cydwaith is already running in {data}: stop it first, or choose another folder."
        ) from None
    return file


def _lock(file: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sound(database: sqlite3.Connection) -> None:
    """Refuse a database with broken pages."""
    if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError("database disk image is malformed")
