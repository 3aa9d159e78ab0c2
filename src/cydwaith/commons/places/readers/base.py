"""What every reader takes and gives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cydwaith.kernel.errors import CydwaithError

from .source import Head, Part

SHOWN = 20
Row = tuple[Any, ...]


class Unreadable(CydwaithError):
    """Nothing of the file can be used; the sentence names it and what is expected."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows for one table, in the order of its columns in ``targets.py``."""

    table: str
    rows: list[Row]


@dataclass(slots=True)
class Issues:
    """Rows that did not land: how many, and the first few by name."""

    rejected: int = 0
    skipped: int = 0
    problems: list[str] = field(default_factory=list)

    def reject(self, where: str, why: str) -> None:
        """Count a bad row."""
        self.rejected += 1
        self.note(f"{where}: {why}")

    def note(self, sentence: str) -> None:
        """Say something, if there is still room."""
        if len(self.problems) < SHOWN:
            self.problems.append(sentence)


@dataclass(slots=True)
class Reading:
    """One part being read: what it is, how far, what went wrong, and the newest month or year in it."""

    part: Part
    head: Head
    issues: Issues
    rows: int = 0
    fraction: float = 0.0
    latest: int = 0

    def reject(self, line: int, why: str) -> None:
        """Count a bad row by its line in the file."""
        self.issues.reject(f"{self.part.name} line {line}", why)


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of file: how to know it and how to read it."""

    kind: str
    expects: str
    recognises: Callable[[Head], bool]
    read: Callable[[Reading], Iterator[Batch]]
