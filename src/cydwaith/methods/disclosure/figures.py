"""Rates, averages and sums of money: when a figure made from counts may be published."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from ..notes import Note
from .notes import note, refuse
from .policy import BASE

LEAST_DENOMINATOR, LEAST_FOR_MEAN, LEAST_FOR_SUM, TWO_LARGEST = 20, 10, 10, 0.85


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to print, or None with the reason why not. ``n`` is what it rests on."""

    value: float | None
    n: int
    refusal: Note | None = None

    def to_dict(self) -> dict[str, object]:
        """Plain values."""
        return {"value": self.value, "n": self.n, "refusal": self.refusal.to_dict() if self.refusal else None}


def rate(part: int, whole: int) -> Figure:
    """A whole per cent, from rounded numbers (multiples of 5), with at least 20 below the line."""
    for name, value in (("part", part), ("whole", whole)):
        if value < 0 or value % BASE:
            return Figure(None, whole, note("not_rounded", field=name, given=value))
    if whole < LEAST_DENOMINATOR:
        return Figure(None, whole, note("small_denominator", least=LEAST_DENOMINATOR, given=whole))
    if part > whole:
        return Figure(None, whole, note("part_above_whole", part=part, whole=whole))
    return Figure((200 * part + whole) // (2 * whole), whole)


def mean(values: Sequence[float]) -> Figure:
    """An average of at least 10 people. Raises DisclosureError naming the row for what is no number."""
    _checked(values)
    if len(values) < LEAST_FOR_MEAN:
        return Figure(None, len(values), note("few_for_mean", least=LEAST_FOR_MEAN, given=len(values)))
    return Figure(sum(values) / len(values), len(values))


def money(contributions: Sequence[float]) -> Figure:
    """A sum of at least 10 contributions, of which the two largest are at most 85 per cent."""
    _checked(contributions)
    given = [amount for amount in contributions if amount]
    if len(given) < LEAST_FOR_SUM:
        return Figure(None, len(given), note("few_for_sum", least=LEAST_FOR_SUM, given=len(given)))
    total, largest = sum(given), sum(sorted(given)[-2:])
    if largest > TWO_LARGEST * total:
        share, most = f"{100 * largest / total:.0f}", f"{100 * TWO_LARGEST:.0f}"
        return Figure(None, len(given), note("dominated", share=share, most=most))
    return Figure(total, len(given))


def _checked(values: Sequence[float]) -> None:
    for row, value in enumerate(values, start=1):
        if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) or value < 0:
            raise refuse("not_a_number", field="values", at=row, row=row, given=value)
