"""``directory search`` and ``directory needs``: services, and needs, for what somebody says."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from .. import typed
from ..verbs import Verbs

FINE, UNKNOWN = 0, 1


def add(group: Verbs) -> None:
    looking = group.verb("search", run_search, "Find services in somebody's own words.")
    looking.add_argument("words", metavar="WORDS", nargs="+", help="what to look for")
    looking.add_argument("--near", metavar="POSTCODE", help="a postcode, half of one, or a place's name")
    looking.add_argument("--within", metavar="KM", type=typed.distance, help="only this near")
    looking.add_argument(
        "--need", metavar="KEY", help="a key of the need list (else the likeliest for the words)"
    )
    looking.add_argument("--limit", metavar="N", type=typed.count, default=10, help="how many results (10)")
    needs = group.verb("needs", run_needs, "Recognise which needs somebody's own words speak of.")
    needs.add_argument("words", metavar="WORDS", nargs="+", help="what somebody says")
    needs.add_argument("--limit", metavar="N", type=typed.count, default=4, help="how many needs (4)")


def run_search(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.kernel.errors import NotFound
    from cydwaith.place.directory.queries import Filters, plain

    words, filters = " ".join(options.words), Filters(within_km=options.within)
    try:
        answer = plain.found(actor.anonymous(), words, options.near, filters, options.limit, options.need)
    except NotFound as fault:
        print(fault, file=sys.stderr)
        return UNKNOWN
    if answer.pop("unknown_place", False):
        print(f"The place {options.near} is not known: distance was left out.", file=sys.stderr)
    print(json.dumps(answer, ensure_ascii=False) if options.json else _results_as_text(answer))
    return FINE


def _results_as_text(answer: dict[str, Any]) -> str:
    lines = [f"Urgent: {line['name']} {line['number']}. {line['about']}" for line in answer["urgent"]]
    need = f", for: {answer['need']['label']}" if answer["need"] else ""
    lines.append(f"{_how_many(answer)}{need}")
    for row in answer["results"]:
        away = f"{row['distance_km']} km" if row["distance_km"] is not None else ""
        about = (row["organisation"], away, row["when"], row["cost"])
        lines += [row["name"], "  " + "; ".join(part for part in about if part), f"  {row['why']}"]
    return "\n".join(lines)


def _how_many(answer: dict[str, Any]) -> str:
    """How many there are; near only where some are."""
    from cydwaith.place.directory.queries.finding import CLOSE_KM

    found, near = f"{answer['total']} found", answer["near"]
    if not (near and answer["nothing_close"]):
        return f"{found} near {near}" if near else found
    known = [row["distance_km"] for row in answer["results"] if row["distance_km"] is not None]
    if known and min(known) > CLOSE_KM:
        return f"Nothing within {CLOSE_KM:g} km of {near}, the nearest is {min(known):g} km away: {found}"
    return f"Nothing near {near} fits well: {found}"


def run_needs(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.place.directory.queries import plain

    found = plain.needs(actor.anonymous(), " ".join(options.words), options.limit)
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print("\n".join(f"{one['key']}: {one['label']} ({one['score']:.2f})" for one in found))
    return FINE
