"""``needs export`` and ``needs import``: the need list as an Open Referral taxonomy."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from . import exits
from .exits import Halt
from .verbs import Verbs


def add(verbs: Verbs) -> None:
    group = verbs.group("needs", "The need list: what people need, in their words and in those of services.")
    out = group.verb("export", run_export, "Write the list in use as an Open Referral taxonomy (JSON).")
    out.add_argument("file", metavar="FILE", nargs="?", type=Path, help="where to (else to the screen)")
    taken = group.verb("import", run_import, "Make such a taxonomy the list in use, as a new version.")
    taken.add_argument("file", metavar="FILE", type=Path, help="JSON, as export writes it")
    taken.add_argument("--note", metavar="WORDS", default="", help="what is new and why, for the history")
    taken.add_argument("--language", choices=("en", "cy"), default=_spoken(), help="of what is said")


def _spoken() -> str:
    """Welsh at a machine that speaks it."""
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "cy" if next(filter(None, named), "").startswith("cy") else "en"


def run_export(options: argparse.Namespace) -> int:
    from cydwaith.kernel import actor
    from cydwaith.place.needs import queries
    from cydwaith.standards.open_referral import needs_list

    number, listing = queries.exported(actor.system("an export of the need list"))
    text = json.dumps(needs_list.to_records(listing, number), ensure_ascii=False, indent=1)
    if options.file is None:
        print(text)
        return exits.FINE
    options.file.write_text(text + "\n", encoding="utf-8")
    _say(
        options, {"needs": len(listing.entries), "version": number}, f"{len(listing.entries)} needs written."
    )
    return exits.FINE


def run_import(options: argparse.Namespace) -> int:
    from django.utils import translation

    with translation.override(options.language):
        number, needs = _taken(options)
        told = translation.ngettext(
            "Version {number} is in use, with {needs} need.",
            "Version {number} is in use, with {needs} needs.",
            needs,
        )
    _say(options, {"needs": needs, "version": number}, told.format(number=number, needs=needs))
    return exits.FINE


def _taken(options: argparse.Namespace) -> tuple[int, int]:
    """The number of the new version, and how many needs it has."""
    from cydwaith.kernel import actor
    from cydwaith.place.needs.commands import load_list
    from cydwaith.place.needs.rules.listing import Wrong, as_content
    from cydwaith.place.needs.words import said
    from cydwaith.standards.open_referral import needs_list

    try:
        listing = needs_list.from_records(_read(options.file))
    except Wrong as wrong:
        raise Halt(said(wrong), exits.PROBLEMS) from None
    number = load_list(
        actor.system("an import of the need list"), content=as_content(listing), note=options.note
    )
    return number, len(listing.entries)


def _read(file: Path) -> Any:
    from django.utils.translation import gettext as _

    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError:
        raise Halt(_("{file} cannot be read. Check its name.").format(file=file), exits.USAGE) from None
    except ValueError:
        told = _("{file} is not JSON: take a file that `needs export` wrote.")
        raise Halt(told.format(file=file), exits.PROBLEMS) from None


def _say(options: argparse.Namespace, told: dict[str, int], sentence: str) -> None:
    print(json.dumps(told) if options.json else sentence, file=sys.stdout)
