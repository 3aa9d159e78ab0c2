"""The weeks of a sustained rule: counted by number, and put into words where somebody reads them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import repeat
from operator import add
from typing import overload

from .notes import Note, note
from .parts import Calendar, Part, parts
from .question import Question
from .rule import SustainedRule
from .weeks import SIX, Week, mondays, plain_hours


class Weeks(Sequence[Week]):
    """The weeks that were judged, oldest first, out of the parts of all jobs in them.

    ``hours`` are those of the jobs that count, by the number of the week, ``numbers`` those of the weeks
    that do; ``over`` says whether the last of them is over. ``shown`` are the hours that evidence shows;
    None where it does not matter.
    """

    def __init__(self, rule: SustainedRule, calendar: Calendar, found: Sequence[Part], *, over: bool) -> None:
        self.rule, self.calendar, self.parts, self.over = rule, calendar, found, over
        self.shown: Sequence[float] | None = None
        self.hours, worked = self._added_up()
        self.numbers = self._that_count(worked)

    def _added_up(self) -> tuple[list[float], bytearray]:
        """Hours by week, and whether there is work of a kind that counts in it."""
        added, worked = [0.0] * len(self), bytearray(len(self))
        for part in self.parts:
            if part.spell.employment in self.rule.employment:
                weeks = slice(part.first, part.stop)
                worked[weeks] = b"y" * (part.stop - part.first)
                added[weeks] = map(add, added[weeks], part.hours or repeat(0.0))
        rounded = {hours: round(hours, 6) for hours in set(added)}
        return [rounded[hours] for hours in added], worked

    def _that_count(self, worked: bytearray) -> list[int]:
        """The numbers of the weeks that count; one that goes on is not among them, whatever its hours."""
        least, below = self.rule.min_hours, self.rule.below_hours or float("inf")
        found = [n for n, hours in enumerate(self.hours) if least <= hours < below and worked[n]]
        return found if self.over or found[-1:] != [len(self) - 1] else found[:-1]

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

    @cached_property
    def _counting(self) -> frozenset[int]:
        return frozenset(self.numbers)

    def _week(self, number: int) -> Week:
        counts = number in self._counting
        shown = self.shown[number] if counts and self.shown is not None else None
        return Week(self.calendar.mondays[number], self.hours[number], counts, self._reason(number), shown)

    def _reason(self, number: int) -> Note:
        """Why a week counts or does not: a week that goes on may yet have more hours."""
        if number in self._counting:
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
    weeks = Calendar(mondays(first, last) if asked.spells else (), last)
    found = [
        part for spell in asked.inside if spell.start <= last for part in parts(asked, rule, spell, weeks)
    ]
    over = not weeks.mondays or asked.on >= min(weeks.mondays[-1] + SIX, asked.last)
    return Weeks(rule, weeks, found, over=over)
