"""A tornado: which assumption moves the answer most."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import canvas
from .picture import Picture, table

NAME, ROW = 220.0, 34


@dataclass(frozen=True, slots=True)
class Swing:
    """The answer when one assumption is at its low and at its high end."""

    name: str
    at_low: float
    at_high: float


def tornado(
    rows: Sequence[Swing],
    *,
    middle: float,
    title: str,
    finding: str,
    unit: str,
    words: Sequence[str] = ("Assumption", "At its low", "At its high"),
) -> Picture:
    """Widest first; filled toward the high end, hollow toward the low."""
    ordered = sorted(rows, key=lambda row: -abs(row.at_high - row.at_low))
    low, high = canvas.spanned([v for row in rows for v in (row.at_low, row.at_high)], include=[middle])
    marks = canvas.ticks(low, high)
    scale = canvas.Scale(marks[0], marks[-1], NAME, canvas.RIGHT)
    bottom = 16.0 + ROW * len(rows)
    shapes = [canvas.across(scale, marks, bottom, 8)]
    for n, row in enumerate(ordered):
        y = 12.0 + ROW * n
        shapes.append(canvas.text(canvas.fitted(row.name, NAME - 12), NAME - 10, y + 16, anchor="end"))
        shapes += [_half(row.at_low, middle, scale, y, True), _half(row.at_high, middle, scale, y, False)]
    shapes.append(canvas.line(scale(middle), 8, scale(middle), bottom, colour=canvas.INK, width=2))
    shapes.append(canvas.text(unit, canvas.RIGHT, bottom + 40, anchor="end"))
    shapes.append(
        canvas.box(NAME, bottom + 28, 14, 14, hollow=True) + canvas.text(words[1], NAME + 20, bottom + 40)
    )
    shapes.append(
        canvas.box(NAME + 130, bottom + 28, 14, 14) + canvas.text(words[2], NAME + 150, bottom + 40)
    )
    cells = table([(row.name, row.at_low, row.at_high) for row in ordered])
    return Picture(title, finding, tuple(words), cells, canvas.WIDTH, int(bottom) + 52, "".join(shapes))


def _half(value: float, middle: float, scale: canvas.Scale, y: float, hollow: bool) -> str:
    start, end = sorted((scale(value), scale(middle)))
    return canvas.box(start, y, end - start, 22, hollow=hollow)
