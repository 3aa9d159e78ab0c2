"""The command line: reads the words, makes the machine ready, runs one verb."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from . import exits, folder, variables
from .parser import build
from .troubles import sentence


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
        _ready(options.data, stands=options.stands)
    code: int = options.run(options)
    return code


def _ready(data: Path, *, stands: bool) -> None:
    import django

    from . import stamps
    from .migrate import migrate

    variables.check()
    if stands:
        folder.require(data)
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
