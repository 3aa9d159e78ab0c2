"""The whole command line, put together from the verb modules beside this one."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from . import exits, start
from .verbs import Verbs, common

NOT_VERBS = {"exits", "parser", "verbs", "folder", "stamps", "children", "troubles", "typed", "variables"}


def build() -> argparse.ArgumentParser:
    """Every verb with its words and its options."""
    parser = argparse.ArgumentParser(
        prog="cydwaith",
        description="Health-and-work support run with people. With no verb it starts.",
        epilog="`cydwaith test` checks a checkout; `cydwaith VERB --help` says more.\n\n" + exits.MEANING,
        parents=[common()],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    start.options(parser, argparse.SUPPRESS)
    parser.set_defaults(
        run=start.start, database=False, preflight=start.preflight, verb="start", **start.DEFAULTS
    )
    verbs = Verbs(parser.add_subparsers(metavar="VERB"))
    for module in iter_modules([str(Path(__file__).parent)]):
        if module.name not in NOT_VERBS:
            import_module(f"{__package__}.{module.name}").add(verbs)
    return parser
