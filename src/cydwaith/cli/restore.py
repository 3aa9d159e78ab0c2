"""``restore``: a place again from the file that ``backup`` made, in a folder where there is none."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from . import exits, folder, stamps
from .exits import PROBLEMS, USAGE, Halt
from .verbs import Verbs


def add(verbs: Verbs) -> None:
    verb = verbs.verb("restore", run, "Put a kept place back, into a new data folder.", database=False)
    verb.add_argument("file", type=Path, metavar="FILE", help="what `backup` made")


def run(options: argparse.Namespace) -> int:
    data, kept = options.data, options.file.expanduser().resolve()
    _refuse(kept, data)
    put_back(kept, data)
    if options.json:
        print(json.dumps({"restored": str(data)}))
    else:
        print(f"The place kept in {kept} stands in {data}: `cydwaith check` looks whether all is in order.")
    return exits.FINE


def _refuse(kept: Path, data: Path) -> None:
    if not kept.is_file():
        fault = "is not a file" if kept.exists() else "is not there"
        raise Halt(f"{kept} {fault}: check the name.", USAGE)
    if os.environ.get("CYDWAITH_DATABASE_URL"):
        raise Halt("The tables of this place are in PostgreSQL: put them back with pg_restore.", USAGE)
    folder.check(data)
    if data.is_dir() and any(data.iterdir()):
        raise Halt(
            f"{data} holds a place already: choose a new folder with --data, or move it away first.", USAGE
        )


def put_back(kept: Path, data: Path) -> None:
    """Everything, or nothing at all. The marker comes last: without it no folder is taken for a place."""
    try:
        with ZipFile(kept) as archive:
            members = _members(archive, kept)
            _room(members, data)
            data.mkdir(mode=0o700, parents=True, exist_ok=True)
            data.chmod(0o700)
            _unpack(archive, members, data, kept)
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise Halt(f"{kept} is cut short or damaged: nothing was restored.", PROBLEMS) from error


def _members(archive: ZipFile, kept: Path) -> list[ZipInfo]:
    """The files in it, the marker last; refuses what ``backup`` would not have made."""
    found = {one.filename: one for one in archive.infolist()}
    ours = {folder.MARKER, folder.SECRET, folder.DATABASE} <= found.keys() and all(map(_stays_inside, found))
    if not ours:
        raise Halt(f"{kept} was not made by `cydwaith backup`: nothing was restored.", USAGE)
    return sorted(found.values(), key=lambda one: (one.filename == folder.MARKER, one.filename))


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not (path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name)


def _room(members: list[ZipInfo], data: Path) -> None:
    near = next(path for path in (data, *data.parents) if path.exists())
    needed, free = sum(one.file_size for one in members), shutil.disk_usage(near).free
    if needed > free:
        raise Halt(
            f"It needs {needed / 1e6:.0f} MB, and the disk that holds {data} has {free / 1e6:.0f} MB left."
        )


def _unpack(archive: ZipFile, members: list[ZipInfo], data: Path, kept: Path) -> None:
    try:
        for member in members:
            if member.filename == folder.MARKER:
                _look_at(data / folder.DATABASE, kept)
            _take(archive, member, data / member.filename)
    except BaseException:
        folder.empty(data)
        raise


def _take(archive: ZipFile, member: ZipInfo, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with archive.open(member) as inner, os.fdopen(_new(target), "wb") as file:
        shutil.copyfileobj(inner, file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())


def _new(target: Path) -> int:
    return os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def _look_at(database: Path, kept: Path) -> None:
    with closing(sqlite3.connect(database)) as found:
        folder.sound(found)
        if _been_through(found) - stamps.known_migrations():
            raise Halt(
                f"{kept} was kept by a newer Cydwaith: restore it with that one. Nothing was restored.",
                PROBLEMS,
            )


def _been_through(database: sqlite3.Connection) -> set[tuple[str, str]]:
    """The migrations of ours that a database has been through, each with its app."""
    ours = {app for app, _name in stamps.known_migrations()}
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "django_migrations" not in tables:
        return set()
    rows = database.execute("SELECT app, name FROM django_migrations")
    return {(app, name) for app, name in rows if app in ours}
