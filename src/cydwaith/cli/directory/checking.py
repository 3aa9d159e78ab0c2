"""``directory check``: does a feed keep to Open Referral UK?"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from .. import exits
from ..verbs import Verbs

if TYPE_CHECKING:
    from cydwaith.standards.open_referral.checking import Check, Get

PASSES, FAILS, NOTHING_READ = range(3)
CODES = """\
exit codes:
  0  it passes, perhaps with warnings
  1  something is wrong that the standard requires
  2  nothing could be read
"""
SHOWN = 40


def add(group: Verbs) -> None:
    looking = group.verb("check", run_check, "Check this directory, or any feed, against Open Referral UK.")
    looking.epilog = CODES
    looking.add_argument(
        "what", metavar="URL|FILE|DIR", nargs="?", help="the address of an API, or files (this directory)"
    )
    looking.add_argument(
        "--version",
        choices=("3.0", "1.0"),
        default="3.0",
        help="of the standard, for this directory and files",
    )


def run_check(options: argparse.Namespace) -> int:
    found = _check(options)
    print(json.dumps(_as_json(found), ensure_ascii=False) if options.json else _as_text(found))
    if not found.answers and not found.records:
        return NOTHING_READ
    return PASSES if found.passes else FAILS


def _check(options: argparse.Namespace) -> Check:
    from cydwaith.standards.open_referral import checking

    if options.what is None:
        return checking.check_api(_ours(options.version))
    if options.what.lower().startswith(("http://", "https://")):
        return checking.check_api(_theirs(options.what))
    return checking.check_records(_in_files(options.what), options.version)


def _ours(version: str) -> Get:
    """Our own answers, without a server."""
    from django.conf import settings

    from cydwaith.kernel import actor
    from cydwaith.standards.open_referral.api.answering import answer
    from cydwaith.standards.open_referral.checking import NotGiven

    def get(path: str) -> Any:
        parts = urlsplit(path)
        base = f"{settings.CYDWAITH_ADDRESS}/open-referral/{version}/"
        found = answer(actor.anonymous(), version, parts.path.lstrip("/"), parse_qs(parts.query), base)
        if found is None:
            raise NotGiven("did not answer: there is nothing at this address")
        return found.body

    return get


def _theirs(address: str) -> Get:
    from cydwaith.standards.open_referral.checking import NotGiven
    from cydwaith.standards.open_referral.pages import NotFetched, fetch

    base = address.rstrip("/").removesuffix("/services")

    def get(path: str) -> Any:
        try:
            return json.loads(fetch(base + path))
        except NotFetched as error:
            raise NotGiven(f"did not answer: {error}") from error
        except ValueError as error:
            raise NotGiven("did not answer with JSON") from error

    return get


def _in_files(what: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    from cydwaith.place.directory.rules.incoming import Incoming
    from cydwaith.standards.open_referral import feed

    for piece in feed.read(what):
        if isinstance(piece, Incoming):
            yield piece.kind, piece.data, piece.where
        else:
            raise exits.Halt(f"{piece.where}: {piece.reason}", NOTHING_READ)


def _as_json(found: Check) -> dict[str, Any]:
    faults = [
        {
            "where": fault.where,
            "field": fault.field,
            "said": fault.said,
            "level": "warning" if fault.is_warning else "error",
        }
        for fault in found.faults
    ]
    counts = {"version": found.version, "answers": found.answers, "records": found.records}
    return {"passes": found.passes, **counts, "faults": faults, "more": found.more}


def _as_text(found: Check) -> str:
    errors = [fault for fault in found.faults if not fault.is_warning]
    warnings = [fault for fault in found.faults if fault.is_warning]
    verdict = "it passes" if found.passes else "it does not pass"
    counts = f"{found.records} records and {found.answers} answers looked at"
    head = f"Open Referral UK {found.version}: {verdict}. {counts}; {len(errors)} errors, "
    lines = [
        f"  {name}: {fault.where}: {fault.field or 'it'} {fault.said}"
        for name, faults in (("error", errors), ("warning", warnings))
        for fault in faults
    ]
    hidden = len(lines) - SHOWN + found.more
    more = [f"  and {hidden} more: --json lists them."] if hidden > 0 else []
    return "\n".join([f"{head}{len(warnings) + found.more} warnings.", *lines[:SHOWN], *more])
