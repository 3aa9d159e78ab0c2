"""``method matching``: stable pairs, pairs by score, and a day of topics."""

from __future__ import annotations

import argparse
from typing import Any

from ..exits import USAGE, Halt
from ..verbs import Verbs
from . import reading
from .answering import Answer, aligned, said, verb

PAIRS = {"en": ("One", "Other"), "cy": ("Un", "Y llall")}
SCORED = {"en": ("One", "Other", "Score"), "cy": ("Un", "Y llall", "Sgôr")}
WALL = {"en": ("When", "Where", "Topic", "Wishes"), "cy": ("Pryd", "Ble", "Pwnc", "Dymuniadau")}


def add(group: Verbs) -> None:
    matching = group.group("matching", "People to people, topics to slots and rooms.")
    verb(
        matching,
        "stable",
        _stable,
        "Pairs that nobody would both rather leave: JSON with proposers, receivers, capacities.",
    )
    verb(
        matching,
        "assign",
        _assign,
        "As many pairs as can be, then the best: JSON with pairs (one, other, parts), capacities, kept.",
    )
    verb(matching, "timetable", _timetable, "Open Space: JSON with topics, slots, rooms, wishes.")


def _document(options: argparse.Namespace, *needed: str) -> dict[str, Any]:
    found = reading.document(options.file)
    missing = [name for name in needed if not isinstance(found, dict) or name not in found]
    if missing:
        raise Halt(f"Give one JSON object with {', '.join(needed)}. Missing: {', '.join(missing)}.", USAGE)
    whole: dict[str, Any] = found
    return whole


def _stable(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import matching

    data = _document(options, "proposers", "receivers")
    found = matching.deferred_acceptance(
        _choices(data, "proposers"), _choices(data, "receivers"), data.get("capacities")
    )
    result: dict[str, Any] = found.to_dict()
    lines = [*aligned(PAIRS[options.language], found.pairs), *said(result["notes"], options.language)]
    return Answer(result, lines)


def _choices(data: dict[str, Any], side: str) -> dict[str, list[str]]:
    """Who would have whom, the first choice first."""
    try:
        return {str(who): [str(one) for one in choices] for who, choices in data[side].items()}
    except (AttributeError, TypeError) as error:
        raise Halt(f"Give {side} as names, each with a list of choices ({error!r}).", USAGE) from None


def _assign(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import matching

    data = _document(options, "pairs")
    try:
        pairs = [matching.Pair(row["one"], row["other"], row["parts"]) for row in data["pairs"]]
        kept = [(one, other) for one, other in data.get("kept") or ()]
    except (KeyError, TypeError, ValueError) as error:
        raise Halt(f"A pair needs one, other and parts ({error!r}).", USAGE) from None
    found = matching.assign(pairs, data.get("capacities"), kept)
    result: dict[str, Any] = found.to_dict()
    rows = [(pair.one, pair.other, f"{pair.score:g}") for pair in found.pairs]
    return Answer(
        result, [*aligned(SCORED[options.language], rows), *said(result["notes"], options.language)]
    )


def _timetable(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import matching

    data = _document(options, "topics", "slots", "rooms", "wishes")
    try:
        topics = [
            matching.Topic(
                row["name"],
                frozenset(row.get("hosts", ())),
                frozenset(row.get("needs", ())),
                row.get("slot"),
                row.get("room"),
            )
            for row in data["topics"]
        ]
        rooms = [
            matching.Room(row["name"], row["capacity"], frozenset(row.get("has", ())))
            for row in data["rooms"]
        ]
    except (KeyError, TypeError) as error:
        raise Halt(f"A topic needs a name, a room a name and a capacity ({error!r}).", USAGE) from None
    found = matching.timetable(topics, data["slots"], rooms, data["wishes"])
    result: dict[str, Any] = found.to_dict()
    rows = [(one.slot, one.room, one.topic, one.wishes) for one in found.places]
    return Answer(result, [*aligned(WALL[options.language], rows), *said(result["notes"], options.language)])
