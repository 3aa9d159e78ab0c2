"""``directory import``: take in Open Referral records."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ..verbs import Verbs

if TYPE_CHECKING:
    from cydwaith.place.directory.commands import Report

FINE, SOME_REJECTED, NOTHING_READ = range(3)
IMPORT_CODES = """\
exit codes:
  0  every record landed
  1  some records were rejected; the rest landed
  2  nothing could be read

Counts are of the feed's own records. A file or page that cannot be read counts as one rejected.
Notes among the problems are about records that landed: what was left out of them, and why.
"""
SHOWN = 40


def add(group: Verbs) -> None:
    reading = group.verb(
        "import", run_import, "Take in Open Referral records from a file, folder or address."
    )
    reading.epilog = IMPORT_CODES
    reading.add_argument(
        "what",
        metavar="FILE|DIR|URL",
        help="Open Referral UK 1 or 3.0 (HSDS 3): JSON, JSON lines, CSV package, or pages at an address",
    )
    reading.add_argument(
        "--source",
        metavar="NAME",
        help="whose feed it is; ids are unique within a source (the address's host, else 'main')",
    )


def run_import(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.place.directory.commands import import_feed
    from cydwaith.standards.open_referral import feed, mapping

    host = urlsplit(options.what).hostname if "://" in options.what else None
    report = import_feed(
        actor.system("an import of the directory"),
        source=options.source or host or "main",
        pieces=feed.read(options.what),
        read=mapping.read,
        address=options.what if host else "",
        progress=_progress if sys.stderr.isatty() else None,
    )
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(json.dumps(_as_json(report), ensure_ascii=False) if options.json else _as_text(report))
    return _code(report)


def _code(report: Report) -> int:
    if not report.rejected:
        return FINE
    return SOME_REJECTED if report.landed else NOTHING_READ


def _as_json(report: Report) -> dict[str, Any]:
    problems = [
        {"record": p.record, "id": p.id, "reason": p.reason, "where": p.where, "severity": p.severity}
        for p in report.problems
    ]
    counts = {name: getattr(report, name) for name in ("created", "changed", "unchanged", "rejected")}
    return {**counts, "problems": problems}


def _as_text(report: Report) -> str:
    counts = (
        f"{report.created} created, {report.changed} changed, "
        f"{report.unchanged} unchanged, {report.rejected} rejected."
    )
    ordered = sorted(report.problems, key=lambda p: p.severity != "rejected")
    lines = [
        f"  {p.severity}: {p.record} ({p.id or 'no id'}), {p.where}: {p.reason}" for p in ordered[:SHOWN]
    ]
    more = len(ordered) - SHOWN
    return "\n".join([counts, *lines, *([f"  and {more} more: --json lists them."] if more > 0 else [])])


def _progress(seen: int) -> None:
    print(f"\r{seen} records read", end="", file=sys.stderr, flush=True)
