"""A love plot: how unlike the groups were, before and after weighting."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import canvas
from .picture import Picture, table

NAME, ROW = 180.0, 28
BALANCED = 0.1


@dataclass(frozen=True, slots=True)
class Balance:
    """A covariate's standardised difference before and after weighting."""

    name: str
    before: float
    after: float


def love_plot(
    rows: Sequence[Balance],
    *,
    title: str,
    finding: str,
    words: Sequence[str] = ("Covariate", "Before", "After"),
) -> Picture:
    """Rings before, dots after; lines stand at 0.1, past which groups are unlike."""
    sizes = [abs(value) for row in rows for value in (row.before, row.after)]
    marks = canvas.ticks(0.0, max([*sizes, 2 * BALANCED]))
    scale = canvas.Scale(0.0, marks[-1], NAME, canvas.RIGHT)
    bottom = 20.0 + ROW * len(rows)
    shapes = [canvas.across(scale, marks, bottom, 8)]
    shapes.append(
        canvas.line(scale(BALANCED), 8, scale(BALANCED), bottom, colour=canvas.ORANGE, width=2, dash="6 4")
    )
    for n, row in enumerate(rows):
        y = 24.0 + ROW * n
        shapes.append(canvas.text(canvas.fitted(row.name, NAME - 12), NAME - 10, y + 5, anchor="end"))
        shapes.append(canvas.dot(scale(abs(row.before)), y, shape="ring", colour=canvas.GREY, size=5))
        shapes.append(canvas.dot(scale(abs(row.after)), y, size=5))
    shapes += [_key(bottom, words)]
    cells = table([(row.name, row.before, row.after) for row in rows])
    return Picture(title, finding, tuple(words), cells, canvas.WIDTH, int(bottom) + 52, "".join(shapes))


def _key(bottom: float, words: Sequence[str]) -> str:
    y = bottom + 40
    return (
        canvas.dot(NAME + 4, y - 5, shape="ring", colour=canvas.GREY, size=5)
        + canvas.text(words[1], NAME + 16, y)
        + canvas.dot(NAME + 124, y - 5, size=5)
        + canvas.text(words[2], NAME + 136, y)
    )
