"""``backup``: everything that a place knows in one file, taken while it runs."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from . import exits, folder, troubles
from .exits import USAGE, Halt
from .verbs import Verbs

MADE_AGAIN = {folder.LOCK, "stamps.json", "open-data", "needs"}
"""What a place makes again by itself."""
ASIDE = ".cydwaith-backup-"
"""How the folder begins in which a backup is made, beside the file that it will be."""


def add(verbs: Verbs) -> None:
    verb = verbs.verb(
        "backup", run, "Keep everything of this place in one file, while it runs.", database=False
    )
    verb.add_argument("file", type=Path, metavar="FILE", help="the file to make, such as monday.zip")


def run(options: argparse.Namespace) -> int:
    data, target = options.data, options.file.expanduser().resolve()
    _refuse(data, target)
    with _among_others(target.parent) as cleared:
        keep(data, target)
    size = target.stat().st_size
    if options.json:
        print(json.dumps({"file": str(target), "bytes": size, "cleared": cleared}))
    else:
        if cleared:
            which = "a backup that was not finished" if cleared == 1 else f"{cleared} unfinished backups"
            print(f"Cleared away what {which} left in {target.parent}.")
        print(f"Everything in {data} is kept in {target} ({size / 1e6:.1f} MB).")
        print("It holds what people said and the secret of this place: guard it as you guard the place.")
    return exits.FINE


def _refuse(data: Path, target: Path) -> None:
    if os.environ.get("CYDWAITH_DATABASE_URL"):
        raise Halt(
            f"The tables of this place are in PostgreSQL: keep them with pg_dump, and {data}, which holds "
            "the secret, beside them.",
            USAGE,
        )
    if not folder.is_ours(data) or not (data / folder.DATABASE).is_file():
        raise Halt(f"{data} holds no place to keep: name its data folder with --data.", USAGE)
    if target.exists():
        raise Halt(f"{target} is there already: choose another name.", USAGE)
    if not target.parent.is_dir():
        raise Halt(f"{target.parent} is not a folder: make it first, or choose another.", USAGE)
    if not os.access(target.parent, os.R_OK | os.W_OK | os.X_OK):
        raise Halt(f"{target.parent} cannot be written to: choose another folder for the backup.")
    if data in target.parents:
        raise Halt(f"{target} lies in the place itself: keep it in another folder, on another disk.", USAGE)


def keep(data: Path, target: Path) -> None:
    """The file, whole or not at all, readable by its owner alone."""
    try:
        with TemporaryDirectory(prefix=ASIDE, dir=target.parent) as made:
            aside = Path(made)
            part = aside / target.name
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                _pack(data, _still(data / folder.DATABASE, aside / folder.DATABASE), file)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
    except (OSError, sqlite3.Error) as error:
        if troubles.is_full(error):
            raise Halt(f"The disk that holds {target.parent} is full: nothing was kept.") from error
        raise


@contextmanager
def _among_others(where: Path) -> Iterator[int]:
    """Clear what killed backups left in this folder, and stay there; gives how many there were.

    Those under way share a lock on the folder: whoever gets it alone knows that no leftover is being
    written. Where a folder cannot be locked nothing is cleared.
    """
    if os.name == "nt":
        yield 0
        return
    import fcntl

    held = os.open(where, os.O_RDONLY)
    try:
        cleared = _clear(where) if _locked(held, fcntl.LOCK_EX | fcntl.LOCK_NB) else 0
        _locked(held, fcntl.LOCK_SH)
        yield cleared
    finally:
        os.close(held)


def _locked(held: int, how: int) -> bool:
    import fcntl

    try:
        fcntl.flock(held, how)
    except OSError:
        return False
    return True


def _clear(where: Path) -> int:
    left = list(where.glob(f"{ASIDE}*"))
    for one in left:
        shutil.rmtree(one, ignore_errors=True)
    return sum(not one.exists() for one in left)


def _still(database: Path, target: Path) -> Path:
    """A copy of the database as it was at one moment, whoever writes to it meanwhile."""
    with closing(sqlite3.connect(database)) as live, closing(sqlite3.connect(target)) as still:
        live.backup(still)
        still.execute("PRAGMA journal_mode=DELETE")
        folder.sound(still)
    return target


def _pack(data: Path, database: Path, file: BinaryIO) -> None:
    with ZipFile(file, "w", ZIP_DEFLATED, strict_timestamps=False) as archive:
        archive.write(database, folder.DATABASE)
        for path in _others(data):
            archive.write(path, path.relative_to(data).as_posix())


def _others(data: Path) -> Iterator[Path]:
    for path in sorted(data.rglob("*")):
        first = path.relative_to(data).parts[0]
        if path.is_file() and first not in MADE_AGAIN and not first.startswith(folder.DATABASE):
            yield path
