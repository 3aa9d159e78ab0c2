"""Bars along the page, longest words first read."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import canvas
from .picture import Picture, table

NAME, ROOM, ROW = 200.0, 360.0, 34


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: 0 or more; ``note`` stands at its end, such as "12 of 40"."""

    name: str
    value: float
    note: str = ""


def bars(
    rows: Sequence[Bar], *, title: str, finding: str, words: Sequence[str] = ("What", "Value", "Of")
) -> Picture:
    """One bar a row, from 0; the number at its end."""
    scale = canvas.Scale(0, max([row.value for row in rows], default=0) or 1, NAME, NAME + ROOM)
    shapes = []
    for n, row in enumerate(rows):
        y = 12 + ROW * n
        shapes.append(canvas.text(canvas.fitted(row.name, NAME - 12), NAME - 8, y + 16, anchor="end"))
        shapes.append(canvas.box(NAME, y, scale(row.value) - NAME, 22))
        shapes.append(canvas.text(row.note or canvas.number(row.value), scale(row.value) + 6, y + 16))
    cells = table([(row.name, row.value, row.note) for row in rows])
    return Picture(title, finding, tuple(words), cells, canvas.WIDTH, 20 + ROW * len(rows), "".join(shapes))
