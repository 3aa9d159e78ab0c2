"""When a feed is fetched again, and when what came is held rather than taken in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from cydwaith.place.directory.rules.incoming import Incoming
from cydwaith.place.directory.rules.records import Problem

SHORTEST, LONGEST = timedelta(minutes=10), timedelta(hours=24)
LONGEST_ASKED = timedelta(days=7)
SILENT_AFTER = timedelta(days=7)
FEW = 5
VANISHED = frozenset([404, 410])
BUSY = frozenset([429, 502, 503, 504])


class State(StrEnum):
    """Where a feed is now."""

    WAITING = "waiting"
    FETCHING = "fetching"
    APPLYING = "applying"
    HELD = "held"


class Outcome(StrEnum):
    """How a fetch ended."""

    RUNNING = "running"
    APPLIED = "applied"
    SAME = "same"
    HELD = "held"
    REJECTED = "rejected"
    FAILED = "failed"


class Why(StrEnum):
    """What stands behind a fetch that was held or failed."""

    VANISHED = "vanished"
    SILENT = "silent"
    SHRUNK = "shrunk"
    EMPTY = "empty"
    BUSY = "busy"
    SERVER = "server"
    REFUSED = "refused"
    NETWORK = "network"
    UNREADABLE = "unreadable"
    LARGE = "large"
    SLOW = "slow"
    PRIVATE = "private"
    ADDRESS = "address"
    LOOP = "loop"


@dataclass(frozen=True, slots=True)
class Onward:
    """What one fetched answer holds: the next page, records with a page of their own, and what is wrong.

    ``first`` is a fingerprint of its first record: a page that begins as the last is that page again.
    ``broken`` says in a sentence why the answer cannot be read as a whole; "" when it can.
    """

    next: str = ""
    details: tuple[str, ...] = ()
    first: str = ""
    broken: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """One answer that was fetched and kept."""

    address: str
    path: Path


class Standard(Protocol):
    """What the reader of a standard knows of feeds: a module named by the DIRECTORY_STANDARD setting."""

    def onward(self, address: str, path: Path) -> Onward:
        """What follows this answer."""

    def records(self, saved: Saved) -> Iterator[Incoming | Problem]:
        """Every record of an answer."""

    def service_ids(self, piece: Incoming) -> Iterator[str]:
        """The ids of services that a record is about."""


def wait(failures: int, jitter: float, asked: timedelta | None = None) -> timedelta:
    """How long to leave a feed alone after so many failures in a row, ``jitter`` from 0 to 1.

    Doubles from ten minutes up to a day, at least half of that; never less than the server asked for.
    """
    doubled: int = 2 ** min(max(failures - 1, 0), 20)
    full = min(LONGEST, SHORTEST * doubled)
    chosen = full / 2 + full / 2 * jitter
    return max(chosen, min(asked, LONGEST_ASKED)) if asked else chosen


def hold(known: int, gone: int, seen: int, share: int) -> Why | None:
    """Why a feed that would lose ``gone`` of ``known`` services waits for a person; None when it need not.

    ``share`` is the largest part, in per cent, that may go unasked; the first few always may.
    """
    if known and not seen:
        return Why.EMPTY
    return Why.SHRUNK if gone > FEW and gone * 100 > known * share else None


def vanished(status: int, failing_since: datetime | None, now: datetime) -> Why | None:
    """Whether a feed that did not answer counts as gone: said so, or silent for long."""
    if status in VANISHED:
        return Why.VANISHED
    if failing_since and now - failing_since >= SILENT_AFTER:
        return Why.SILENT
    return None


def why(status: int) -> Why:
    """What a status that is no success means."""
    if status in VANISHED:
        return Why.VANISHED
    if status in BUSY:
        return Why.BUSY
    return Why.SERVER if status >= 500 else Why.REFUSED
