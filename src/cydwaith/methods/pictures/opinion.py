"""The opinion map: where groups stand, and no single person."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import canvas
from .picture import Picture, table

SHAPES = ("round", "square", "up", "diamond", "down")
COLOURS = (canvas.INK, canvas.BLUE, canvas.ORANGE, canvas.GREY, "#4c2c92")
SIZE = 420


@dataclass(frozen=True, slots=True)
class Spot:
    """A group: its name, its middle on the two axes, how wide it spreads, how many people."""

    name: str
    x: float
    y: float
    spread: float
    people: int


def opinion_map(
    spots: Sequence[Spot],
    *,
    title: str,
    finding: str,
    words: Sequence[str] = ("Group", "Across", "Up", "People"),
) -> Picture:
    """Each group as a ring as wide as it spreads, a mark of its own, and its name with its size."""
    reach = max([max(abs(s.x), abs(s.y)) + s.spread for s in spots], default=0.0) or 1.0
    x, y = canvas.Scale(-reach, reach, 40, SIZE - 40), canvas.Scale(-reach, reach, SIZE - 40, 40)
    shapes = [
        canvas.line(x(-reach), y(0), x(reach), y(0), colour="#b1b4b6"),
        canvas.line(x(0), y(-reach), x(0), y(reach), colour="#b1b4b6"),
    ]
    for n, spot in enumerate(spots):
        colour, shape = COLOURS[n % len(COLOURS)], SHAPES[n % len(SHAPES)]
        radius = max(6.0, x(spot.spread) - x(0))
        shapes.append(
            f'<circle cx="{x(spot.x):.1f}" cy="{y(spot.y):.1f}" r="{radius:.1f}" fill="none" '
            f'stroke="{colour}" stroke-width="2"/>'
        )
        shapes.append(canvas.dot(x(spot.x), y(spot.y), shape=shape, colour=colour, size=6))
        shapes.append(
            canvas.text(
                f"{spot.name} ({spot.people})", x(spot.x), y(spot.y) - 12, anchor="middle", weight="bold"
            )
        )
    cells = table([(spot.name, spot.x, spot.y, spot.people) for spot in spots])
    return Picture(title, finding, tuple(words), cells, SIZE, SIZE, "".join(shapes))
