"""The command line: reads the words, makes the machine ready, runs one verb."""

from __future__ import annotations

import argparse
import errno
import os
import sqlite3
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from cydwaith.kernel.errors import CydwaithError

from . import exits, folder
from .exits import Halt
from .parser import build


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code; anything that goes wrong is one sentence on stderr."""
    options = build().parse_args(arguments)
    return guarded(options, lambda: _run(options))


def preflight(arguments: Sequence[str]) -> int | None:
    """What can be known before the environment exists: wrong usage, a taken port, an unusable folder.

    Returns the exit code when the verb should not go on.
    """
    options = build().parse_args(arguments)
    code = guarded(options, lambda: options.preflight(options) if options.preflight else exits.FINE)
    return code or None


def _run(options: argparse.Namespace) -> int:
    options.data = options.data.expanduser().resolve()
    os.environ["CYDWAITH_DATA"] = str(options.data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "cydwaith.site.settings"
    if options.database:
        _ready(options.data)
    code: int = options.run(options)
    return code


def _ready(data: Path) -> None:
    import django

    from . import stamps
    from .migrate import migrate

    folder.prepare(data)
    django.setup()
    if not stamps.holds(data, "migrations", stamps.migrations()):
        migrate(data)


def guarded(options: argparse.Namespace, run: Callable[[], int]) -> int:
    """Run, and turn what goes wrong into a sentence and an exit code."""
    try:
        return run()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.FINE
    except Exception as error:
        if os.environ.get("CYDWAITH_DEBUG"):
            traceback.print_exc()
        known = sentence(error, options.data)
        if known is None:
            raise
        print(known[0], file=sys.stderr)
        return known[1]


def sentence(error: BaseException, data: Path) -> tuple[str, int] | None:
    """What to say about an error and the exit code for it; None for one that is a fault of ours."""
    if isinstance(error, Halt):
        return str(error), error.code
    if isinstance(error, CydwaithError):
        return str(error), exits.PROBLEMS
    if isinstance(error, OSError):
        return _of_the_machine(error, data), exits.MACHINE
    cause = error.__cause__ if isinstance(error.__cause__, sqlite3.Error) else error
    if isinstance(cause, sqlite3.OperationalError):
        return _of_sqlite(cause, data), exits.MACHINE
    return None


def _of_the_machine(error: OSError, data: Path) -> str:
    where = error.filename or data
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk that holds {where} is full: make room and start again."
    if error.errno in (errno.EACCES, errno.EROFS, errno.EPERM):
        return f"{where} cannot be written to: choose another folder with --data."
    return f"{where} cannot be used ({error.strerror or error}): choose another folder with --data."


def _of_sqlite(error: sqlite3.Error, data: Path) -> str:
    if "full" in str(error):
        return f"The disk that holds {data} is full: make room and start again."
    if "readonly" in str(error) or "unable to open" in str(error):
        return f"The database in {data} cannot be written to: choose another folder with --data."
    if "locked" in str(error):
        return f"The database in {data} is busy with another program: try again in a moment."
    return f"The database in {data} answered: {error}."
