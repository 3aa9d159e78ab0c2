"""``audit verify``: has anyone touched the record of who did what?"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from . import exits
from .verbs import Verbs


def add(verbs: Verbs) -> None:
    group = verbs.group("audit", "The record of who did what.")
    group.verb("verify", run, "Check that no event was changed, removed or put in between.", stands=True)


def run(options: argparse.Namespace) -> int:
    from cydwaith.commons.audit.queries import verify
    from cydwaith.kernel import actor

    report = verify(actor.system("a check of the record"), _progress if sys.stderr.isatty() else None)
    print(json.dumps(asdict(report)) if options.json else report.sentence)
    return exits.FINE if report.ok else exits.PROBLEMS


def _progress(done: int) -> None:
    print(f"\r{done} events", end="", file=sys.stderr, flush=True)
