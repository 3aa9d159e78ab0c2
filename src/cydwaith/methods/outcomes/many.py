"""Very many verdicts at once, for returns and for looking back: the sustained rule over arrays."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .notes import wrong
from .rule import SustainedRule, checked, refused

Days = NDArray[np.datetime64]
Values = NDArray[np.float64]
CHUNK = 50_000
WEEK = np.timedelta64(7, "D")
FIRST_MONDAY = np.datetime64("1970-01-05")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One entry a person: whether the rule is met, and the Sunday on which it was (NaT if not)."""

    met: NDArray[np.bool_]
    met_on: Days


def judge_many(
    rule: SustainedRule,
    *,
    person: NDArray[np.int64],
    start: Days,
    end: Days,
    hours: Values,
    enough_pay: NDArray[np.bool_] | None = None,
    anchor: Days,
    on: np.datetime64,
) -> Verdicts:
    """Judge everybody under a sustained rule without gap limit, as ``judge`` would.

    One entry a job in ``person`` (an index into ``anchor``), ``start``, ``end`` (NaT while it goes
    on), ``hours`` of an ordinary week, and whether its pay is ``enough``; one a person in ``anchor``,
    from which the clock runs. Works through people in blocks: beside what is given and what is found it
    holds one block. Raises ``OutcomeError``: ``wrong_rule``, ``ends_before_start``, ``impossible_hours``.
    """
    checked(rule)
    if rule.longest_gap is not None:
        raise refused("longest_gap", rule.longest_gap, "one_by_one")
    _check(start, end, hours)
    order = np.argsort(person, kind="stable")
    kept = order if enough_pay is None or not rule.pay_floor else order[enough_pay[order]]
    sorted_people = person[kept]
    met, met_on = (
        np.zeros(len(anchor), dtype=np.bool_),
        np.full(len(anchor), np.datetime64("NaT"), dtype="datetime64[D]"),
    )
    for low in range(0, len(anchor), CHUNK):
        high = min(low + CHUNK, len(anchor))
        begin, stop = np.searchsorted(sorted_people, [low, high])
        rows = kept[begin:stop]
        block = _Block(person[rows] - low, start[rows], end[rows], hours[rows], anchor[low:high], on, rule)
        met[low:high], met_on[low:high] = block.judged()
    return Verdicts(met, met_on)


def judge_stream(
    rule: SustainedRule, parts: Iterable[Mapping[str, NDArray[Any]]], *, on: np.datetime64
) -> Iterator[Verdicts]:
    """The verdicts of parts as they come, each part some people with all their jobs, as ``judge_many``.

    No part is kept, so memory is that of the largest however many there are. An error names the row
    within its part.
    """
    for part in parts:
        found = judge_many(rule, on=on, **part)
        del part
        yield found


def _check(start: Days, end: Days, hours: Values) -> None:
    backward = end < start
    if backward.any():
        raise wrong("ends_before_start", "end", int(np.argmax(backward)) + 1)
    odd = ~((hours >= 0) & (hours <= 168))
    if odd.any():
        row = int(np.argmax(odd))
        raise wrong("impossible_hours", "hours", row + 1, hours=hours[row])


class _Block:
    """Some tens of thousands of people, a column a week."""

    def __init__(
        self,
        person: NDArray[np.int64],
        start: Days,
        end: Days,
        hours: Values,
        anchor: Days,
        on: np.datetime64,
        rule: SustainedRule,
    ) -> None:
        self.rule = rule
        over = on - (on - FIRST_MONDAY + np.timedelta64(1, "D")) % WEEK
        self.last = np.full(len(anchor), over, dtype="datetime64[D]")
        if rule.within_weeks is not None:
            limit = anchor + np.timedelta64(7 * rule.within_weeks - 1, "D")
            self.last = np.where(limit <= on, limit, self.last)
        first = np.maximum(start.astype("datetime64[D]"), anchor[person])
        last = np.minimum(np.where(np.isnat(end), on, end).astype("datetime64[D]"), self.last[person])
        inside = last >= first
        self.person, self.hours = person[inside], hours[inside]
        self.first, self.stop = first[inside], last[inside]
        self.people = len(anchor)

    def judged(self) -> tuple[NDArray[np.bool_], Days]:
        none = np.full(self.people, np.datetime64("NaT"), dtype="datetime64[D]")
        if not len(self.person):
            return np.zeros(self.people, dtype=np.bool_), none
        base, weekly = self._hours()
        counts = weekly >= self.rule.min_hours
        if self.rule.below_hours is not None:
            counts &= weekly < self.rule.below_hours
        within = np.cumsum(counts, axis=1, dtype=np.int32)
        width = self.rule.window_weeks
        within[:, width:] -= within[:, :-width].copy()
        done = counts & (within >= self.rule.min_weeks)
        met: NDArray[np.bool_] = np.any(done, axis=1)
        when = done.argmax(axis=1)
        sunday = FIRST_MONDAY + (base + when) * WEEK + np.timedelta64(6, "D")
        return met, np.where(met, np.minimum(sunday, self.last), none)

    def _hours(self) -> tuple[int, Values]:
        """The number of the first week, and hours by person and week."""
        begin = (self.first - FIRST_MONDAY) // WEEK
        stop = (self.stop - FIRST_MONDAY) // WEEK
        base, weeks = int(begin.min()), int(stop.max() - begin.min()) + 1
        steps = np.zeros((self.people, weeks + 1))
        np.add.at(steps, (self.person, begin - base), self.hours)
        np.add.at(steps, (self.person, stop - base + 1), -self.hours)
        weekly = np.cumsum(steps, axis=1)[:, :weeks]
        lead = (self.first - (FIRST_MONDAY + begin * WEEK)).astype(np.int64)
        tail = 6 - (self.stop - (FIRST_MONDAY + stop * WEEK)).astype(np.int64)
        np.add.at(weekly, (self.person, begin - base), -self.hours * lead / 7)
        np.add.at(weekly, (self.person, stop - base), -self.hours * tail / 7)
        return base, np.round(weekly, 6)
