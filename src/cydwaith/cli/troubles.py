"""What went wrong, in one sentence for the person at the terminal, and the exit code for it."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from pathlib import Path

from cydwaith.kernel.errors import CydwaithError

from . import exits
from .exits import Halt

NEXT_TO_NOTHING = 1 << 20
"""Bytes: with fewer free, SQLite cannot make the files that it works with, and calls it an I/O error."""
FAULTS_OF_OURS = (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InternalError)


def sentence(error: BaseException, data: Path) -> tuple[str, int] | None:
    """What to say about an error and the exit code for it; None for one that is a fault of ours."""
    if isinstance(error, Halt):
        return str(error), error.code
    if isinstance(error, CydwaithError):
        return str(error), exits.PROBLEMS
    if isinstance(error, OSError):
        return _of_the_machine(error, data), exits.MACHINE
    cause = error.__cause__ or error
    if isinstance(cause, sqlite3.DatabaseError) and not isinstance(cause, FAULTS_OF_OURS):
        return _of_sqlite(cause, data), exits.MACHINE
    if _is_of_postgresql(cause):
        return _of_postgresql(cause), exits.MACHINE
    return None


def is_full(error: BaseException) -> bool:
    """Whether a disk has no room left."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    return "is full" in str(error)


def _of_the_machine(error: OSError, data: Path) -> str:
    where = error.filename or data
    other = "choose another folder with --data" if _lies_in(where, data) else "choose another"
    if is_full(error):
        return f"The disk that holds {where} is full: make room."
    if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return f"{where} cannot be written to: {other}."
    return f"{where} cannot be used ({error.strerror or error}): {other}."


def _lies_in(where: Path | str, data: Path) -> bool:
    """Whether it is the data folder, or in it, or above it where it would be made."""
    at, place = Path(str(where)), data.expanduser().absolute()
    return place in (at, *at.parents) or at in place.parents


def _of_sqlite(error: sqlite3.Error, data: Path) -> str:
    if is_full(error) or ("disk I/O" in str(error) and shutil.disk_usage(data).free < NEXT_TO_NOTHING):
        return f"The disk that holds {data} is full: make room."
    if "readonly" in str(error) or "unable to open" in str(error):
        return f"The database in {data} cannot be written to: choose another folder with --data."
    if "locked" in str(error):
        return f"The database in {data} is busy with another program: try again in a moment."
    if "malformed" in str(error) or "not a database" in str(error):
        return f"The database in {data} is damaged: restore the last backup into another folder."
    return f"The database in {data} answered: {error}."


def _is_of_postgresql(error: BaseException) -> bool:
    if not type(error).__module__.startswith("psycopg"):
        return False
    from psycopg import OperationalError

    return isinstance(error, OperationalError)


def _of_postgresql(error: BaseException) -> str:
    said = str(error).strip().splitlines() or ["no reason given"]
    return f"The database named in CYDWAITH_DATABASE_URL did not answer: {said[0].strip()}"
