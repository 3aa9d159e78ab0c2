"""``directory search``: find services by words and place."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from ..parser import Verbs

if TYPE_CHECKING:
    from cydwaith.place.directory.queries import Results

FINE = 0


def add(group: Verbs) -> None:
    looking = group.verb("search", run_search, "Find services by words and place.")
    looking.add_argument("words", metavar="WORDS", nargs="+", help="what to look for")
    looking.add_argument("--near", metavar="POSTCODE", help="a postcode, half of one, or a place's name")
    looking.add_argument("--limit", metavar="N", type=int, default=10, help="how many results (10)")


def run_search(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.place.directory import queries

    words, limit = " ".join(options.words), max(1, options.limit)
    found = queries.search(actor.anonymous(), words, options.near, size=limit)
    if found.unknown_place:
        print(f"The place {options.near} is not known: distance was left out.", file=sys.stderr)
    print(_results_as_json(found) if options.json else _results_as_text(found))
    return FINE


def _results_as_json(found: Results) -> str:
    rows = [
        {
            "id": row.external_id,
            "key": str(row.id),
            "name": row.name,
            "organisation": row.organisation,
            "distance_km": None if row.distance_km is None else round(row.distance_km, 2),
            "when": row.when,
            "cost": row.cost,
            "access": row.access,
            "languages": row.languages,
            "last_checked": row.last_checked.isoformat() if row.last_checked else None,
            "why": str(row.why),
        }
        for row in found.rows
    ]
    answer = {"total": found.total, "near": found.near_label or None, "results": rows}
    return json.dumps(answer, ensure_ascii=False)


def _results_as_text(found: Results) -> str:
    lines = [f"{found.total} found" + (f" near {found.near_label}" if found.near_label else "")]
    for row in found.rows:
        about = (row.organisation, row.distance, row.when, row.cost, row.checked)
        lines += [row.name, "  " + "; ".join(part for part in about if part), f"  {row.why}"]
    return "\n".join(lines)
