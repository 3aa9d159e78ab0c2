"""From referred to started to completed: how many go on at each stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..notes import Note
from ..result import plain
from .notes import note, wrong
from .percent import Percentage, percentage


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: how many reached it, of those of the stage before and of all at the first."""

    name: str
    count: int
    of_before: Percentage | None
    of_first: Percentage | None


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages in order. Each holds only people who were in the one before."""

    stages: tuple[Stage, ...]
    notes: tuple[Note, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values, for JSON."""
        return {name: plain(getattr(self, name)) for name in self.__slots__}


def stages(counts: Sequence[tuple[str, int]], *, still_going: int = 0) -> Stages:
    """Percentages with their intervals, of the stage before and of the first.

    ``still_going`` are people for whom it is too early to say. Raises ``SurveyError``:
    ``too_few_stages``, ``rising_stage``, ``wrong_type``, ``out_of_range``.
    """
    if len(counts) < 2 or len({name for name, _ in counts}) != len(counts):
        raise wrong("too_few_stages", "counts")
    for row, (name, count) in enumerate(counts, start=1):
        if isinstance(count, bool) or not isinstance(count, int) or count < 0:
            raise wrong("wrong_type", "counts", row, value=count)
        if row > 1 and count > counts[row - 2][1]:
            raise wrong("rising_stage", "counts", row, stage=name, count=count, before=counts[row - 2][1])
    first = counts[0][1]
    found = [Stage(counts[0][0], first, None, percentage(first, first) if first else None)]
    for (_, before), (name, count) in pairwise(counts):
        found.append(
            Stage(
                name,
                count,
                percentage(count, before) if before else None,
                percentage(count, first) if first else None,
            )
        )
    return Stages(tuple(found), (note("still_going", count=still_going),) if still_going else ())
