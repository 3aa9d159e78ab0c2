"""``places import`` and ``places find``: open geography in, where a postcode is out."""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from . import exits
from .verbs import Verbs

if TYPE_CHECKING:
    from cydwaith.commons.places.importing import Progress
    from cydwaith.commons.places.queries import Located
    from cydwaith.commons.places.reports import Report

NOTHING_READ = 2
IMPORTS = "Import postcodes, look-ups, boundaries or deprivation; exit code 2 where nothing could be read."
PUBLISHES = "Publish the figures of the partnership's places, rounded and attacked first; once a month."
WIDTH = 30
# Seconds between two words about progress: on a terminal, and in a log.
OFTEN, SELDOM = 0.1, 5.0
PUBLISHED = (
    "{kind} to {month}: {cells:,} cells, {targets:,} attacked, {exact} worked out, {narrow} pinned closely,"
    " published {published_at:%Y-%m-%d}, {seconds} s"
)
COUNTS = ("created", "changed", "unchanged", "rejected", "skipped")


def add(verbs: Verbs) -> None:
    group = verbs.group("places", "Postcodes, neighbourhoods, councils and boards from open data.")
    bring = group.verb("import", run_import, IMPORTS)
    bring.add_argument("path", type=Path, metavar="FILE|DIR", help="CSV, GeoJSON, .gz, .zip or a folder")
    find = group.verb("find", run_find, "Say where a postcode, half a postcode or a place is.")
    publish = group.verb("publish", run_publish, PUBLISHES)
    publish.add_argument("--month", metavar="YYYY-MM", help="up to this whole month; else the last one")
    find.add_argument("words", nargs="+", metavar="POSTCODE", help="such as CF10 1EP, or CF10, or Cardiff")


def run_import(options: argparse.Namespace) -> int:
    from cydwaith.commons.places.commands import import_places
    from cydwaith.commons.places.readers.base import Unreadable
    from cydwaith.commons.places.reports import Report
    from cydwaith.kernel import actor

    teller = Teller()
    try:
        report = import_places(actor.system("an import of places"), options.path, teller.tell)
    except Unreadable as error:
        teller.finish()
        if options.json:
            print(_as_json(Report("", options.path.name, 0, 0, 0, 0, 0, (str(error),))))
        else:
            print(error, file=sys.stderr)
        return NOTHING_READ
    teller.finish()
    print(_as_json(report) if options.json else _in_words(report))
    return exits.PROBLEMS if report.rejected else exits.FINE


def _as_json(report: Report) -> str:
    return json.dumps(asdict(report), ensure_ascii=False)


def _in_words(report: Report) -> str:
    lines = [_line(one) for one in report.releases or (report,)]
    return "\n".join([*lines, *(f"  {problem}" for problem in report.problems)])


def _line(report: Report) -> str:
    counts = ", ".join(f"{getattr(report, name):,} {name}" for name in COUNTS)
    return f"{report.release}: {report.kind}: {counts}"


def run_find(options: argparse.Namespace) -> int:
    from cydwaith.commons.places.queries import locate

    words = " ".join(options.words)
    found = locate(words)
    if options.json:
        print(json.dumps(asdict(found) if found else None, ensure_ascii=False))
    elif found:
        print(_where(found))
    else:
        print("No such postcode or place: try one like CF10 1EP, or the first half of it.", file=sys.stderr)
    return exits.FINE if found else exits.PROBLEMS


def _where(found: Located) -> str:
    lines = [f"{found.label}: {found.latitude:.5f}, {found.longitude:.5f} ({found.precision})"]
    for level in ("neighbourhood", "ward", "council", "board"):
        ref = getattr(found, level)
        lines += [f"  {level}: {ref.name} {ref.code}".rstrip()] if ref else []
    return "\n".join([*lines, *([f"  {found.note}"] if found.note else [])])


def run_publish(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.kernel.errors import CydwaithError
    from cydwaith.system.atlas.commands import publish_figures

    try:
        month = _month(options.month) if options.month else None
        told = publish_figures(actor.system("to publish the figures of places"), month=month)
    except (CydwaithError, ValueError) as error:
        print(error, file=sys.stderr)
        return exits.PROBLEMS
    rows = [asdict(one) | {"month": f"{one.month:%Y-%m}"} for one in told]
    if options.json:
        print(json.dumps(rows, default=str))
    else:
        print("\n".join(PUBLISHED.format(**row) for row in rows))
    return exits.FINE


def _month(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m").date()
    except ValueError:
        raise ValueError("A month looks like 2026-10.") from None


class Teller:
    """Says how far an import is on stderr: a bar on a terminal, else a line now and then."""

    def __init__(self) -> None:
        self._bar = sys.stderr.isatty()
        self._next = time.monotonic() + (0 if self._bar else SELDOM)

    def tell(self, progress: Progress) -> None:
        """Take in one word of progress, and pass it on if it is time."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + (OFTEN if self._bar else SELDOM)
        percent = f"{progress.fraction:4.0%} {progress.name}, {progress.rows:,} rows"
        done = round(progress.fraction * WIDTH)
        bar = f"\r\x1b[K[{'#' * done}{'.' * (WIDTH - done)}] " if self._bar else ""
        print(f"{bar}{percent}", end="" if self._bar else "\n", file=sys.stderr, flush=True)

    def finish(self) -> None:
        """Clear the bar."""
        if self._bar:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
