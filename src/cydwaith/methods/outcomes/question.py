"""One person's facts under one rule: the clock, the floor, and how a verdict is put together."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from ..notes import Note
from .evidence import Cover, Days, Piece, Proof
from .notes import note, wrong
from .rule import AnchorPoint, Rule
from .spells import Employment, Spell
from .verdict import Person, Verdict
from .wages import PayFloor, age_on, birthday_after
from .weeks import Week

TOO_FAR = 3000


class Question:
    """One person's facts under one rule."""

    def __init__(
        self, rule: Rule, spells: tuple[Spell, ...], on: date, person: Person, floor: PayFloor
    ) -> None:
        self.rule, self.spells, self.on, self.person = rule, spells, on, person
        self.floor = floor
        self.anchor = self._anchor()
        self.first, self.last = self._first(), self._last()

    def _anchor(self) -> date:
        anchors = {
            AnchorPoint.PROGRAMME_START: self.person.programme_start,
            AnchorPoint.PROGRAMME_END: self.person.programme_end,
            AnchorPoint.JOB_START: min((one.start for one in self.spells), default=self.on),
        }
        found = anchors[self.rule.clock_start]
        if found is None:
            raise wrong("no_anchor", "clock_start", anchor=self.rule.clock_start)
        for field, day in (("on", self.on), (self.rule.clock_start.value, found)):
            if day.year >= TOO_FAR:
                raise wrong("too_far", field, value=day, year=TOO_FAR)
        return found

    def _first(self) -> date:
        """The first day that may count."""
        started = self.person.programme_start if self.rule.must_be_on_programme else None
        return max(self.anchor, started) if started else self.anchor

    def _last(self) -> date:
        """The last day that may count."""
        ends = [date.max]
        if self.rule.within_weeks is not None:
            ends.append(self.anchor + timedelta(weeks=self.rule.within_weeks, days=-1))
        if self.rule.must_be_on_programme and self.person.programme_end:
            ends.append(self.person.programme_end)
        return min(ends)

    @cached_property
    def inside(self) -> tuple[Spell, ...]:
        """The jobs on the days that may count alone."""
        return tuple(
            one.within(self.first, self.last)
            for one in self.spells
            if one.start <= self.last and (one.end is None or one.end >= self.first)
        )

    def least(self, day: date, spell: Spell) -> float | None:
        """The pay floor of a job on a day."""
        born = self.person.born
        if born is None and self.floor.by_age:
            raise wrong("needs_birth_date", "born")
        age = age_on(born, day) if born else 0
        return self.floor.on(day, age, spell.employment, spell.began or spell.start)

    def least_until(self, day: date, spell: Spell) -> date:
        """A day before which the pay floor of a job stays what it is on another."""
        ends = [self.floor.changes_after(day)]
        if self.person.born is not None:
            ends.append(birthday_after(self.person.born, day))
        if spell.employment is Employment.APPRENTICESHIP:
            ends.append(birthday_after(spell.began or spell.start, day))
        return min(ends)

    @property
    def asks_for_days(self) -> bool:
        """Whether it matters which days evidence is about."""
        return bool(self.rule.evidence) and self.rule.evidence_covers is not Cover.ANY

    def evidence_by(self, met_on: date | None) -> date | None:
        """The last day on which evidence is taken; None where there is none."""
        weeks = self.rule.evidence_within_weeks
        return met_on + timedelta(weeks=weeks) if met_on and weeks is not None else None

    def pieces(self, met_on: date | None) -> tuple[Piece, ...]:
        """Evidence of the kinds that the rule asks for, on record in time."""
        by = self.evidence_by(met_on)
        asked = (one for one in self.person.pieces if one.kind in self.rule.evidence)
        return tuple(one for one in asked if by is None or one.given is None or one.given <= by)

    def verdict(
        self,
        met_on: date | None,
        counted: float,
        needed: float,
        notes: Iterable[Note],
        *,
        weeks: Sequence[Week] = (),
        window: tuple[date, date] | None = None,
        could: date | None = None,
        still: bool = False,
        days_lost: int = 0,
        shown: Proof | None = None,
    ) -> Verdict:
        missing = self._missing(met_on)
        by, found = self.evidence_by(met_on), shown or Proof(met_on)
        claimable = None if missing else found.on
        lacks = met_on is not None and claimable is None
        told = [*notes, *self._of_evidence(missing, found, met_on), *self._too_late(by, lacks=lacks)]
        return Verdict(
            self.rule.key, self.on, met_on is not None, met_on, counted, needed, weeks, window, missing,
            claimable, found.to_cover, by, lacks and (by is None or self.on <= by), could,
            still or could is not None, days_lost, tuple(told),
        )  # fmt: skip

    def _missing(self, met_on: date | None) -> tuple[str, ...]:
        on_record = self.person.evidence | {one.kind for one in self.pieces(met_on)}
        if not self.rule.evidence_each and self.rule.evidence & on_record:
            return ()
        return tuple(sorted(self.rule.evidence - on_record))

    def _of_evidence(self, missing: tuple[str, ...], found: Proof, met_on: date | None) -> list[Note]:
        code = "evidence_missing" if self.rule.evidence_each else "evidence_missing_one"
        told = [note(code, kinds=", ".join(missing))] if missing else []
        if met_on is not None and found.to_cover:
            told.append(note("evidence_uncovered", days=_Told(found.to_cover)))
        return told

    def _too_late(self, by: date | None, *, lacks: bool) -> list[Note]:
        return [note("evidence_too_late", by=by)] if lacks and by is not None and self.on > by else []


class _Told(NamedTuple):
    """Days as they stand in a sentence, once it is read."""

    days: Days

    def __str__(self) -> str:
        return ", ".join(f"{a}" if a == b else f"{a} – {b}" for a, b in self.days)
