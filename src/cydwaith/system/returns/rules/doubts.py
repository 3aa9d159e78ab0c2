"""What an auditor would ask about a line: it can be sent as it stands, and somebody should look first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

Days = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at in a line, by its reference; ``value`` goes into the sentence."""

    reference: str
    code: str
    value: str = ""


def doubts_of_start(reference: str, started: date, jobs: Iterable[Days], *, in_work: bool) -> Iterator[Doubt]:
    """Whether paid work on record on the day of the start is as the cohort says.

    A job that began on that very day is no doubt either way. ``jobs``: first and last days (None: goes on).
    """
    held = [first for first, last in jobs if first <= started and (last is None or last >= started)]
    if in_work and not held:
        yield Doubt(reference, "no_work_at_start")
    if not in_work and any(first < started for first in held):
        yield Doubt(reference, "work_at_start")
