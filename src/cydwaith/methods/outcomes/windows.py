"""Weeks that go together: those of one window, with no longer gap between two that count."""

from collections.abc import Sequence
from functools import cached_property

from .rule import SustainedRule


class Windows:
    """The weeks that count, by their ``numbers``, and back to which of them each one reaches.

    ``since`` holds for each of them the place, in ``numbers``, of the earliest that goes with it: as far
    back as the window and the longest gap allow.
    """

    def __init__(self, numbers: Sequence[int], rule: SustainedRule) -> None:
        self.numbers, self.rule = numbers, rule
        self.since = _since(numbers, rule)

    @cached_property
    def completing(self) -> list[int]:
        """The places of the weeks with which enough go to meet the rule."""
        needed = self.rule.min_weeks - 1
        return [at for at, first in enumerate(self.since) if at - first >= needed]

    @cached_property
    def best(self) -> int | None:
        """The place of the first week with which the most go; None where none counts."""
        return max(range(len(self.since)), key=self.many, default=None)

    def many(self, at: int) -> int:
        """How many weeks go together up to one, itself among them."""
        return at - self.since[at] + 1

    def bounds(self, at: int) -> tuple[int, int]:
        """The numbers of the first and the last week of a window; without a longest gap it has its length."""
        last = self.numbers[at]
        if self.rule.longest_gap is not None:
            return self.numbers[self.since[at]], last
        return max(0, last - self.rule.window_weeks + 1), last


def completed_by(numbers: Sequence[int], rule: SustainedRule, now: int) -> int:
    """The number of the week that would complete the rule if each from ``now`` on counted."""
    then = range(now, now + rule.min_weeks)
    tried = Windows([*numbers, *then], rule)
    return next(week for at, week in enumerate(then, len(numbers)) if tried.many(at) >= rule.min_weeks)


def _since(numbers: Sequence[int], rule: SustainedRule) -> Sequence[int]:
    many, window = len(numbers), rule.window_weeks
    if many and numbers[-1] - numbers[0] == many - 1:
        return [0] * min(window, many) + list(range(1, many - window + 1))
    found, first, before = [], 0, 0
    for at, number in enumerate(numbers):
        if rule.longest_gap is not None and number - before - 1 > rule.longest_gap:
            first = at
        while numbers[first] <= number - window:
            first += 1
        found.append(first)
        before = number
    return found
