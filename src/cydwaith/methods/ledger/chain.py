"""Proving a ledger: the chain of digests, and balances worked out again as of any day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .entry import START, Entry, digest


@dataclass(frozen=True, slots=True)
class Fault:
    """The first posting that does not fit, by its place (from 1), and why: ``digest``, ``order``,
    ``key`` (posted twice) or ``reversed`` (taken back twice)."""

    place: int
    code: str


def verify(entries: Iterable[Entry]) -> Fault | None:
    """The first fault of a whole ledger from its beginning; None when all is as it was posted."""
    previous, keys, taken = START, set[str](), set[object]()
    for place, one in enumerate(entries, start=1):
        code = _fault(one, place, previous, keys, taken)
        if code:
            return Fault(place, code)
        previous = one.digest
        keys.add(one.transfer.key)
        if one.reverses:
            taken.add(one.reverses)
    return None


def _fault(one: Entry, place: int, previous: str, keys: set[str], taken: set[object]) -> str:
    if one.number != place or one.previous != previous:
        return "order"
    if one.digest != digest(one.id, one.number, one.posted, one.transfer, one.reverses, one.previous):
        return "digest"
    if one.transfer.key in keys:
        return "key"
    return "reversed" if one.reverses in taken else ""


def balances_on(entries: Iterable[Entry], day: date | None = None) -> dict[str, int]:
    """Minutes of every account from the postings alone, as posted up to the end of a day (UTC).

    They always add up to 0.
    """
    found: Counter[str] = Counter()
    for one in entries:
        if day is None or one.posted.date() <= day:
            found[one.transfer.giving] -= one.transfer.minutes
            found[one.transfer.receiving] += one.transfer.minutes
    return dict(found)
