"""``method ledger``: post a list of transfers under the rules, prove the chain, and give the balances."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..exits import USAGE, Halt
from ..verbs import Verbs
from . import reading
from .answering import Answer, aligned, verb

if TYPE_CHECKING:
    from cydwaith.methods.ledger import Books, Entry

HEADERS = {"en": ("Account", "Minutes"), "cy": ("Cyfrif", "Munudau")}


def add(group: Verbs) -> None:
    parser = verb(group, "ledger", _run, "Post transfers of time under the rules, and give every balance.")
    parser.epilog = (
        f"{parser.epilog}\nThe file is JSON: accounts (key, kind, floor) and transfers (key, giving, "
        "receiving, minutes, reason, posted), or one with key, reverses (another's key), reason, posted."
    )


def _run(options: argparse.Namespace) -> Answer:
    from cydwaith.methods import ledger
    from cydwaith.methods.ledger import LedgerError

    found = reading.document(options.file)
    if not isinstance(found, dict) or not isinstance(found.get("accounts"), list):
        raise Halt("Give one JSON object with accounts and transfers.", USAGE)
    books = ledger.Books(_account(row) for row in found["accounts"])
    refusals = []
    for row in found.get("transfers") or []:
        try:
            _post(books, row)
        except LedgerError as error:
            refusals.append({"key": row.get("key"), **error.note.to_dict()})
    balances = {key: books.balance(key) for key in (str(row["key"]) for row in found["accounts"])}
    result: dict[str, Any] = {
        "balances": balances,
        "entries": [one.to_dict() for one in books.entries],
        "chain": "whole" if ledger.verify(books.entries) is None else "broken",
        "refusals": refusals,
    }
    lines = aligned(HEADERS[options.language], list(balances.items()))
    return Answer(result, lines)


def _account(row: dict[str, Any]) -> Any:
    from cydwaith.methods.ledger import Account, AccountKind

    try:
        return Account(str(row["key"]), AccountKind(row["kind"]), row.get("floor", 0))
    except (KeyError, TypeError, ValueError) as error:
        raise Halt(f"An account needs a key and a kind: {', '.join(AccountKind)} ({error}).", USAGE) from None


def _post(books: Books, row: dict[str, Any]) -> Entry:
    from cydwaith.methods.ledger import Transfer

    try:
        posted = datetime.fromisoformat(row["posted"])
        posted = posted if posted.tzinfo else posted.replace(tzinfo=UTC)
        key, reason = str(row["key"]), str(row.get("reason", ""))
        if "reverses" in row:
            was = next((one for one in books.entries if one.transfer.key == row["reverses"]), None)
            if was is None:
                raise Halt(f"There is no posting with the key {row['reverses']!r} to take back.", USAGE)
            return books.reverse(was.id, key=key, reason=reason, posted=posted)
        giving, receiving = str(row["giving"]), str(row["receiving"])
        return books.post(Transfer(key, giving, receiving, row["minutes"], reason), posted)
    except (KeyError, TypeError, ValueError) as error:
        if hasattr(error, "note"):
            raise
        needs = "It needs key, giving, receiving, minutes, posted."
        raise Halt(f"A transfer cannot be read: {error!r}. {needs}", USAGE) from None
