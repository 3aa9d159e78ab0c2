"""One person's facts under one rule: the clock, the floor, and how a verdict is put together."""

from collections.abc import Iterable
from datetime import date, timedelta

from ..notes import Note
from .notes import note, wrong
from .rule import AnchorPoint, Rule
from .spells import Employment, Spell
from .verdict import Person, Verdict
from .wages import PayFloor, age_on
from .weeks import Week


class Question:
    """One person's facts under one rule."""

    def __init__(
        self, rule: Rule, spells: tuple[Spell, ...], on: date, person: Person, floor: PayFloor
    ) -> None:
        self.rule, self.spells, self.on, self.person = rule, spells, on, person
        self.floor = floor
        self._floors: dict[tuple[date, Employment], float | None] = {}
        self.anchor = self._anchor()
        self.last = self._last()

    def _anchor(self) -> date:
        anchors = {
            AnchorPoint.PROGRAMME_START: self.person.programme_start,
            AnchorPoint.PROGRAMME_END: self.person.programme_end,
            AnchorPoint.JOB_START: min((one.start for one in self.spells), default=self.on),
        }
        found = anchors[self.rule.clock_start]
        if found is None:
            raise wrong("no_anchor", "clock_start", anchor=self.rule.clock_start)
        return found

    def _last(self) -> date:
        """The last day that may count."""
        ends = [date.max]
        if self.rule.within_weeks is not None:
            ends.append(self.anchor + timedelta(weeks=self.rule.within_weeks, days=-1))
        if self.rule.must_be_on_programme and self.person.programme_end:
            ends.append(self.person.programme_end)
        return min(ends)

    def least(self, day: date, spell: Spell) -> float | None:
        """The pay floor of a job on a day; looked up once for each day and kind of work."""
        key = day, spell.employment
        if key not in self._floors:
            self._floors[key] = self._floor_on(day, spell.employment)
        return self._floors[key]

    def _floor_on(self, day: date, employment: Employment) -> float | None:
        if self.floor.by_age and self.person.born is None:
            raise wrong("needs_birth_date", "born")
        age = age_on(self.person.born, day) if self.person.born else 0
        return self.floor.on(day, age, employment)

    def verdict(
        self,
        met_on: date | None,
        counted: float,
        needed: float,
        notes: Iterable[Note],
        *,
        weeks: tuple[Week, ...] = (),
        window: tuple[date, date] | None = None,
        could: date | None = None,
        days_lost: int = 0,
    ) -> Verdict:
        missing = tuple(sorted(self.rule.evidence - self.person.evidence))
        told = [*notes, *([note("evidence_missing", kinds=", ".join(missing))] if missing else [])]
        return Verdict(
            self.rule.key, met_on is not None, met_on, counted, needed, weeks, window, missing, could,
            days_lost, tuple(told),
        )  # fmt: skip
