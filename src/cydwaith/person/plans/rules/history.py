"""A plan through time: replaying its changes, and comparing two moments word by word."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from uuid import UUID

from .vocabulary import Kind

State = Mapping[str, str]
Plan = dict[tuple[Kind, UUID], State]


@dataclass(frozen=True, slots=True)
class Changed:
    """One change: what the thing was like afterwards; an empty state means it is gone."""

    number: int
    kind: Kind
    subject: UUID
    state: State


def replay(changes: Iterable[Changed], upto: int | None = None) -> Plan:
    """The plan as it was after change ``upto`` (default: the last), from its changes alone."""
    plan: Plan = {}
    for change in sorted(changes, key=lambda each: each.number):
        if upto is not None and change.number > upto:
            break
        plan.pop((change.kind, change.subject), None)
        if change.state:
            plan[change.kind, change.subject] = change.state
    return plan


class Turn(StrEnum):
    """What happened to a piece of text, or to an entry, between two versions."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that share a fate."""

    turn: Turn
    text: str


def pieces(before: str, after: str) -> list[Piece]:
    """The words of both texts in reading order.

    Same and removed pieces joined give ``before``; same and added give ``after``.
    """
    old, new = _words(before), _words(after)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece(Turn.SAME, "".join(old[a:b])))
            continue
        found += [Piece(Turn.REMOVED, "".join(old[a:b]))] if b > a else []
        found += [Piece(Turn.ADDED, "".join(new[c:d]))] if d > c else []
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\w+|[^\w\s]", text)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in a plan at two moments; a missing side is an empty state."""

    kind: Kind
    subject: UUID
    before: State
    after: State

    @property
    def turn(self) -> Turn:
        """Added, removed, changed or the same."""
        if not self.before:
            return Turn.ADDED
        if not self.after:
            return Turn.REMOVED
        return Turn.SAME if self.before == self.after else Turn.CHANGED


def compare(before: Plan, after: Plan) -> Iterator[Difference]:
    """Every thing in either plan, in the order of the later one, then what is gone."""
    for kind, subject in [*after, *(key for key in before if key not in after)]:
        was, now = before.get((kind, subject), {}), after.get((kind, subject), {})
        yield Difference(kind, subject, was, now)
