"""What changed between two versions of one sheet, question by question."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .reading import Answers


class Turn(StrEnum):
    """What became of an answer."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Changed:
    """One question whose answer is another now."""

    question: str
    turn: Turn


def changed(before: Answers, after: Answers) -> tuple[Changed, ...]:
    """The questions that differ, in the order of the later sheet and then of the earlier."""
    keys = [*after, *(key for key in before if key not in after)]
    pairs = ((key, _said(before.get(key)), _said(after.get(key))) for key in keys)
    return tuple(Changed(key, _turn(old, new)) for key, old, new in pairs if old != new)


def _said(answer: Any) -> dict[str, Any]:
    """An answer without what was left empty."""
    return {name: value for name, value in (answer or {}).items() if value not in (None, "", [], {})}


def _turn(old: dict[str, Any], new: dict[str, Any]) -> Turn:
    if not old:
        return Turn.ADDED
    return Turn.CHANGED if new else Turn.REMOVED
