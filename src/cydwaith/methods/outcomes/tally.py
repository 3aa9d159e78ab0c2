"""The weeks of a sustained rule: counted by number, and put into words where somebody reads them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from .notes import Note, note
from .parts import Calendar, Part, parts
from .question import Question
from .rule import SustainedRule
from .weeks import SIX, Week, mondays, plain_hours


class Weeks(Sequence[Week]):
    """The weeks that were judged, oldest first, out of the parts of all jobs in them.

    ``hours`` are those of the jobs that count, by the number of the week, and ``counts`` says whether it
    does; ``over`` whether the last of them is over. ``shown`` are the hours that evidence shows; None
    where it does not matter.
    """

    def __init__(self, rule: SustainedRule, calendar: Calendar, found: Sequence[Part], *, over: bool) -> None:
        self.rule, self.calendar, self.parts, self.over = rule, calendar, found, over
        self.shown: Sequence[float] | None = None
        self.hours, self.counts = self._counted()

    def _counted(self) -> tuple[list[float], list[bool]]:
        """Hours by week, and whether it counts; the running week does not yet, whatever its hours."""
        added, worked = [0.0] * len(self), [False] * len(self)
        for part in self.parts:
            if part.spell.employment in self.rule.employment:
                worked[part.first : part.stop] = [True] * (part.stop - part.first)
                for number, hours in enumerate(part.hours, part.first):
                    added[number] += hours
        rounded = {hours: round(hours, 6) for hours in set(added)}
        found = [rounded[hours] for hours in added]
        least, below = self.rule.min_hours, self.rule.below_hours or float("inf")
        counts = [work and least <= hours < below for work, hours in zip(worked, found, strict=True)]
        counts[-1:] = [self.over and one for one in counts[-1:]]
        return found, counts

    def __len__(self) -> int:
        return len(self.calendar.mondays)

    @overload
    def __getitem__(self, at: int) -> Week: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Week]: ...
    def __getitem__(self, at: int | slice) -> Week | Sequence[Week]:
        return self._rows[at] if isinstance(at, slice) else self._week(range(len(self))[at])

    def __iter__(self) -> Iterator[Week]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._rows == tuple(other)

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return repr(self._rows)

    @cached_property
    def _rows(self) -> tuple[Week, ...]:
        return tuple(map(self._week, range(len(self))))

    def _week(self, number: int) -> Week:
        counts = self.counts[number]
        shown = self.shown[number] if counts and self.shown is not None else None
        return Week(self.calendar.mondays[number], self.hours[number], counts, self._reason(number), shown)

    def _reason(self, number: int) -> Note:
        """Why a week counts or does not: a week that goes on may yet have more hours."""
        if self.counts[number]:
            return note("counted")
        held = [part for part in self.parts if part.first <= number < part.stop]
        looked_at = [part for part in held if part.spell.employment in self.rule.employment]
        if not looked_at:
            return note("kind_not_counted" if held else "not_in_work")
        refused = next((part.refused for part in looked_at if part.refused), None)
        hours, too_few = self.hours[number], self.hours[number] < self.rule.min_hours
        if too_few and refused:
            return refused
        if number == len(self) - 1 and not self.over:
            return note("not_over", hours=plain_hours(hours))
        if too_few:
            return note("too_few_hours", hours=plain_hours(hours), needed=f"{self.rule.min_hours:g}")
        return note("too_many_hours", hours=plain_hours(hours), below=f"{self.rule.below_hours:g}")


def tally(asked: Question, rule: SustainedRule) -> Weeks:
    """The weeks from the first that may count, that of the anchor or of the first job, to the last."""
    last = min(asked.on, asked.last)
    first = max(asked.first, min((one.start for one in asked.spells), default=asked.first))
    weeks = Calendar(tuple(mondays(first, last)) if asked.spells else (), last)
    found = [
        part for spell in asked.inside if spell.start <= last for part in parts(asked, rule, spell, weeks)
    ]
    over = not weeks.mondays or asked.on >= min(weeks.mondays[-1] + SIX, asked.last)
    return Weeks(rule, weeks, found, over=over)
