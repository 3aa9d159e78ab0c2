"""Dots with intervals: how large, and how sure."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import canvas
from .picture import Picture, table

NAME, ROW = 220.0, 30


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate from ``low`` to ``high``; ``pooled`` ones are drawn as diamonds."""

    name: str
    value: float
    low: float
    high: float
    pooled: bool = False


def intervals(
    rows: Sequence[Interval],
    *,
    title: str,
    finding: str,
    unit: str,
    nothing: float | None = 0.0,
    words: Sequence[str] = ("What", "Estimate", "Low", "High"),
) -> Picture:
    """One estimate a row; a line stands where there would be ``nothing`` (0, or 1 for ratios)."""
    ends = [end for row in rows for end in (row.low, row.high, row.value)]
    low, high = canvas.spanned(ends, include=[] if nothing is None else [nothing])
    marks = canvas.ticks(low, high)
    scale = canvas.Scale(marks[0], marks[-1], NAME, canvas.RIGHT)
    bottom = 20.0 + ROW * len(rows)
    shapes = [canvas.across(scale, marks, bottom, 8)]
    if nothing is not None:
        shapes.append(canvas.line(scale(nothing), 8, scale(nothing), bottom, colour=canvas.INK, width=2))
    shapes += [_row(row, scale, 24.0 + ROW * n) for n, row in enumerate(rows)]
    shapes.append(canvas.text(unit, canvas.RIGHT, bottom + 40, anchor="end"))
    cells = table([(row.name, row.value, row.low, row.high) for row in rows])
    return Picture(title, finding, tuple(words), cells, canvas.WIDTH, int(bottom) + 52, "".join(shapes))


def _row(row: Interval, scale: canvas.Scale, y: float) -> str:
    shape, colour = ("diamond", canvas.BLUE) if row.pooled else ("round", canvas.INK)
    name = canvas.text(canvas.fitted(row.name, NAME - 12), NAME - 10, y + 5, anchor="end")
    whisker = canvas.line(scale(row.low), y, scale(row.high), y, colour=colour, width=2)
    return name + whisker + canvas.dot(scale(row.value), y, shape=shape, colour=colour, size=5)
