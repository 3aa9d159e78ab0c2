"""Verbs, groups of verbs, and the options that every one of them takes.

A verb module has one function ``add(verbs)``. It imports nothing beyond the standard library,
``cydwaith.kernel`` and ``cydwaith.cli`` at its top, so that ``--help`` and wrong usage need no environment.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from . import exits, folder

Run = Callable[[argparse.Namespace], int]


class Verbs:
    """Where verb modules add their words."""

    def __init__(self, actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
        self._actions = actions

    def verb(
        self, name: str, run: Run, summary: str, *, database: bool = True, stands: bool = False
    ) -> argparse.ArgumentParser:
        """A verb; ``database`` says that it needs Django set up and the tables in place.

        ``stands`` says that it looks at a place that is there, and makes none.
        """
        parser = self._parser(name, summary)
        parser.set_defaults(run=run, database=database, stands=stands, preflight=None, verb=name)
        return parser

    def group(self, name: str, summary: str) -> Verbs:
        """A word with verbs of its own, such as ``audit``."""
        parser = self._parser(name, summary)
        return Verbs(parser.add_subparsers(metavar="VERB", required=True))

    def _parser(self, name: str, summary: str) -> argparse.ArgumentParser:
        return self._actions.add_parser(
            name,
            help=summary,
            description=summary,
            epilog=exits.MEANING,
            parents=[common(argparse.SUPPRESS)],
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )


def common(default: object = None) -> argparse.ArgumentParser:
    """The options that stand before or after any verb."""
    options = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    options.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=default or folder.default(),
        help=f"the data folder (CYDWAITH_DATA, else {folder.default()})".replace("%", "%%"),
    )
    options.add_argument(
        "--json", action="store_true", default=default or False, help="one JSON object on stdout"
    )
    return options
