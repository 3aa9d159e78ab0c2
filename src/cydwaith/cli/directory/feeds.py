"""``directory feeds`` and ``directory fetch``: directories that are fetched again and again."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from .. import exits
from ..verbs import Verbs

if TYPE_CHECKING:
    from cydwaith.place.feeds.queries import FeedRow


def add(group: Verbs) -> None:
    group.verb("feeds", run_feeds, "List the feeds, and how their last fetch went.")
    fetching = group.verb("fetch", run_fetch, "Fetch a feed now, or all whose time has come.")
    fetching.add_argument("name", metavar="NAME", nargs="?", help="whose feed (all that are due)")


def run_feeds(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.place.feeds import queries

    rows = queries.feeds(actor.system("a list of the feeds"))
    print(json.dumps([_as_json(row) for row in rows]) if options.json else _as_text(rows))
    return exits.FINE


def run_fetch(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.kernel.errors import NotFound
    from cydwaith.place.feeds import commands, queries

    operator = actor.system("a fetch of feeds")
    try:
        wanted = [queries.named(operator, options.name)] if options.name else queries.due(operator)
    except NotFound as nobody:
        raise exits.Halt(str(nobody), exits.PROBLEMS) from nobody
    for feed_id in wanted:
        commands.fetch(operator, feed_id)
    if wanted:
        commands.look_for_duplicates(operator)
    rows = tuple(queries.feed(operator, feed_id).row for feed_id in wanted)
    print(json.dumps([_as_json(row) for row in rows]) if options.json else _as_text(rows))
    bad = any(row.last and row.last.outcome in ("failed", "held") for row in rows)
    return exits.PROBLEMS if bad else exits.FINE


def _as_json(row: FeedRow) -> dict[str, Any]:
    last = row.last
    return {
        "name": row.name,
        "address": row.address,
        "every_hours": row.every_hours,
        "paused": row.paused,
        "state": row.state,
        "services": row.services,
        "next_at": row.next_at.isoformat() if row.next_at else None,
        "last": {
            "at": last.at.isoformat(),
            "outcome": last.outcome,
            "status": last.status,
            "pages": last.pages,
            "seconds": last.seconds,
            "said": last.said,
            "counts": last.counts,
        }
        if last
        else None,
    }


def _as_text(rows: tuple[FeedRow, ...]) -> str:
    lines = []
    for row in rows:
        last = row.last
        went = (last.outcome_text, last.counts, last.said.rstrip(".")) if last else ("Never fetched",)
        said = ". ".join(part for part in (f"{row.services} services", *went) if part)
        lines.append(f"{row.name}: {said}.\n  {row.address}")
    return "\n".join(lines) or "No feeds."
