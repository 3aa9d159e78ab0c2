"""``programmes load|last-day|show|check``: programmes as files, and until when they take people."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from . import exits, typed
from .exits import Halt
from .verbs import Verbs

FILE = "a JSON file of one programme or of several under “programmes”, or the name of one that comes along"


def add(verbs: Verbs) -> None:
    group = verbs.group("programmes", "Programmes as data: what they are and what they count.")
    load = group.verb("load", run_load, "Put programmes in force from a file, and minimum wages too.")
    load.add_argument("file", metavar="FILE", help=FILE)
    load.add_argument(
        "--organisation", metavar="KEY", default="", help="who runs them, where the file is silent"
    )
    load.add_argument(
        "--from", metavar="DATE", dest="first", type=typed.day, help="from which day (else today)"
    )
    load.add_argument("--note", metavar="WORDS", default="", help="what is new and why, for the history")
    end = group.verb("last-day", run_last_day, "Say until when a programme takes people; no day is no end.")
    end.add_argument("key", metavar="KEY", help="which programme")
    end.add_argument("last", metavar="DATE", nargs="?", type=typed.day, help="the last day to start")
    end.add_argument("--why", metavar="WORDS", required=True, help="one line for the history")
    show = group.verb("show", run_show, "Write the programmes in force as a file would have them (JSON).")
    show.add_argument("key", metavar="KEY", nargs="?", default="", help="only this one")
    check = group.verb(
        "check", run_check, "Say what is wrong with a file, and its rules in words.", database=False
    )
    check.add_argument("file", metavar="FILE", help=FILE)


def run_load(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor, clock
    from cydwaith.kernel.errors import Invalid
    from cydwaith.place.programmes import commands

    operator = actor.system("programmes from a file")
    first = (options.first or clock.today()).isoformat()
    programmes, wages = _read(options.file)
    given = [_dated(one, first, options.organisation, options.note) for one in programmes]
    try:
        loaded = commands.load_programmes(operator, definitions=given)
        rates = commands.load_wages(operator, rates=wages) if wages else None
    except Invalid as wrong:
        raise Halt(str(wrong), exits.PROBLEMS) from None
    told = {"created": loaded.created, "unchanged": loaded.unchanged, "wages": rates.created if rates else 0}
    print(json.dumps(told) if options.json else _said(told))
    return exits.FINE


def _said(told: dict[str, int]) -> str:
    return (
        f"{told['created']} new, {told['unchanged']} as they were; {told['wages']} new rates of minimum wage."
    )


def run_last_day(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.kernel.errors import Conflict, Invalid, NotFound
    from cydwaith.place.programmes import commands

    operator = actor.system("programmes at the command line")
    try:
        commands.say_last_day(operator, key=options.key, last=options.last, why=options.why)
    except NotFound:
        raise Halt(f"There is no programme {options.key}.", exits.PROBLEMS) from None
    except (Invalid, Conflict) as wrong:
        raise Halt(str(wrong), exits.PROBLEMS) from None
    last = options.last.isoformat() if options.last else None
    print(json.dumps({"key": options.key, "last": last}) if options.json else f"{options.key}: {_ends(last)}")
    return exits.FINE


def _ends(last: str | None) -> str:
    return f"the last day to start is {last}." if last else "it goes on without an end."


def run_show(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor, clock
    from cydwaith.place.programmes import queries

    found = queries.definitions(actor.system("programmes as a file"), clock.today(), options.key)
    if options.key and not found:
        raise Halt(f"No programme {options.key} is in force today.", exits.PROBLEMS)
    print(json.dumps({"programmes": found}, ensure_ascii=False, indent=1))
    return exits.FINE


def run_check(options: argparse.Namespace) -> int:
    from cydwaith.place.programmes.rules import WrongProgramme, in_words, pay_floor, read_definition

    programmes, wages = _read(options.file)
    told: list[dict[str, Any]] = []
    try:
        for one in programmes:
            found = read_definition(_dated(one, "2000-01-01", "nobody", ""))
            rules = {rule.key: in_words(rule.rule).en for rule in found.content.outcome_rules}
            told.append(
                {"programme": found.key, "rules": rules, "to_set": [w.words.en for w in found.content.to_set]}
            )
        pay_floor(wages)
    except WrongProgramme as wrong:
        raise Halt(str(wrong), exits.PROBLEMS) from None
    print(json.dumps({"programmes": told, "wages": len(wages)}) if options.json else _checked(told, wages))
    return exits.FINE


def _checked(told: list[dict[str, Any]], wages: list[Any]) -> str:
    lines = []
    for one in told:
        lines.append(f"{one['programme']}: nothing is wrong.")
        lines += [f"  {key}: {sentence}" for key, sentence in one["rules"].items()]
        lines += [f"  still to be set: {words}" for words in one["to_set"]]
    return "\n".join([*lines, *([f"{len(wages)} rates of minimum wage: nothing is wrong."] if wages else [])])


def _dated(one: dict[str, Any], first: str, organisation: str, note: str) -> dict[str, Any]:
    found = {"valid_from": first, "note": note, **one}
    if not found.get("organisation"):
        found["organisation"] = organisation
    return found


def _read(name: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The programmes and the minimum wages of a file, or of a name that comes along."""
    from cydwaith.place.programmes import starters

    if name in starters.names():
        return [starters.starter(name)], []
    if name == "wages":
        return [], starters.wages()
    path = Path(name)
    if not path.is_file():
        known = ", ".join([*starters.names(), "wages"])
        raise Halt(f"There is no file {name}. These come along: {known}.", exits.USAGE)
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise Halt(f"{name} is not JSON.", exits.PROBLEMS) from None
    return _parts(raw, name)


def _parts(raw: Any, name: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    if isinstance(raw, dict) and ("programmes" in raw or "wages" in raw):
        found = raw.get("programmes", []), raw.get("wages", [])
    else:
        found = ([raw] if isinstance(raw, dict) else raw), []
    if not all(isinstance(part, list) and all(isinstance(one, dict) for one in part) for part in found):
        raise Halt(f"{name} should hold one programme, or several in a list.", exits.PROBLEMS)
    return found
