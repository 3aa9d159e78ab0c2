"""``directory search`` and ``directory needs``: services, and needs, for what somebody says."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from ..verbs import Verbs

FINE, UNKNOWN = 0, 1


def add(group: Verbs) -> None:
    looking = group.verb("search", run_search, "Find services in somebody's own words.")
    looking.add_argument("words", metavar="WORDS", nargs="+", help="what to look for")
    looking.add_argument("--near", metavar="POSTCODE", help="a postcode, half of one, or a place's name")
    looking.add_argument("--within", metavar="KM", type=float, help="only this near")
    looking.add_argument(
        "--need", metavar="KEY", help="a key of the need list (else the likeliest for the words)"
    )
    looking.add_argument("--limit", metavar="N", type=int, default=10, help="how many results (10)")
    needs = group.verb("needs", run_needs, "Recognise which needs somebody's own words speak of.")
    needs.add_argument("words", metavar="WORDS", nargs="+", help="what somebody says")
    needs.add_argument("--limit", metavar="N", type=int, default=4, help="how many needs (4)")


def run_search(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.kernel.errors import NotFound
    from cydwaith.place.directory.queries import Filters, plain

    words, filters = " ".join(options.words), Filters(within_km=options.within)
    limit = max(1, options.limit)
    try:
        answer = plain.found(actor.anonymous(), words, options.near, filters, limit, options.need)
    except NotFound as fault:
        print(fault, file=sys.stderr)
        return UNKNOWN
    if answer.pop("unknown_place", False):
        print(f"The place {options.near} is not known: distance was left out.", file=sys.stderr)
    print(json.dumps(answer, ensure_ascii=False) if options.json else _results_as_text(answer))
    return FINE


def _results_as_text(answer: dict[str, Any]) -> str:
    lines = [f"Urgent: {line['name']} {line['number']}. {line['about']}" for line in answer["urgent"]]
    near = f" near {answer['near']}" if answer["near"] else ""
    need = f", for: {answer['need']['label']}" if answer["need"] else ""
    lines.append(f"{answer['total']} found{near}{need}")
    for row in answer["results"]:
        away = f"{row['distance_km']} km" if row["distance_km"] is not None else ""
        about = (row["organisation"], away, row["when"], row["cost"])
        lines += [row["name"], "  " + "; ".join(part for part in about if part), f"  {row['why']}"]
    return "\n".join(lines)


def run_needs(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.place.directory.queries import plain

    found = plain.needs(actor.anonymous(), " ".join(options.words), max(1, options.limit))
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print("\n".join(f"{one['key']}: {one['label']} ({one['score']:.2f})" for one in found))
    return FINE
