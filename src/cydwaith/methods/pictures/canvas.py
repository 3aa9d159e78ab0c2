"""Drawing: scales, ticks, and the few marks that the shapes are made of.

Colours have 3:1 or more against white and each other's neighbours; marks differ in shape or pattern too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, isfinite, log10

INK = "#0b0c0c"
GREY = "#505a5f"
BLUE = "#1d70b8"
ORANGE = "#b35900"
WIDTH = 640
CHARACTER = 8.5


@dataclass(frozen=True, slots=True)
class Scale:
    """From values ``low`` .. ``high`` to places ``start`` .. ``end``; a flat range stands in the middle."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers that span the range; one where it is flat."""
    if not isfinite(low) or not isfinite(high) or high <= low:
        return [low] if isfinite(low) else [0.0]
    raw = (high - low) / about
    size = 10 ** floor(log10(raw))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= raw * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(n * step, 12) for n in range(first, last + 1)]


def spanned(values: Iterable[float], *, include: Sequence[float] = ()) -> tuple[float, float]:
    """The lowest and highest finite value, 0 to 1 when there is none."""
    finite = [value for value in (*values, *include) if isfinite(value)]
    return (min(finite), max(finite)) if finite else (0.0, 1.0)


def number(value: float) -> str:
    """A number on an axis: no more figures than it needs, commas from a thousand."""
    return f"{value:,.10g}"


def text(words: str, x: float, y: float, *, anchor: str = "start", weight: str = "normal") -> str:
    """Words at a place."""
    heavy = ' font-weight="bold"' if weight == "bold" else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{heavy}>{escape(words)}</text>'


def line(
    x1: float, y1: float, x2: float, y2: float, *, colour: str = GREY, width: float = 1, dash: str = ""
) -> str:
    """A straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{colour}" stroke-width="{width}"{dashed}/>'
    )


def path(
    points: Sequence[tuple[float, float]], *, colour: str = INK, width: float = 2, dash: str = ""
) -> str:
    """A line through points; a point that is not a number breaks it."""
    steps, pen = [], "M"
    for x, y in points:
        if not isfinite(y):
            pen = "M"
            continue
        steps.append(f"{pen}{x:.1f} {y:.1f}")
        pen = "L"
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{" ".join(steps)}" fill="none" stroke="{colour}" stroke-width="{width}"{dashed}/>'


def dot(x: float, y: float, *, colour: str = INK, shape: str = "round", size: float = 4) -> str:
    """A mark: ``round``, ``square``, ``up`` or ``down`` (triangles), ``ring`` or ``diamond``."""
    if shape == "round":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{colour}"/>'
    if shape == "ring":
        look = f'fill="#ffffff" stroke="{colour}" stroke-width="2"'
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" {look}/>'
    corners: dict[str, list[tuple[float, float]]] = {
        "square": [(-1, -1), (1, -1), (1, 1), (-1, 1)],
        "up": [(0, -1.4), (1.2, 1), (-1.2, 1)],
        "down": [(0, 1.4), (1.2, -1), (-1.2, -1)],
        "diamond": [(0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)],
    }
    joined = " ".join(f"{x + dx * size:.1f},{y + dy * size:.1f}" for dx, dy in corners[shape])
    return f'<polygon points="{joined}" fill="{colour}"/>'


def box(x: float, y: float, width: float, height: float, *, colour: str = BLUE, hollow: bool = False) -> str:
    """A bar; a hollow one has only its edge."""
    look = f'fill="#ffffff" stroke="{colour}" stroke-width="2"' if hollow else f'fill="{colour}"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(0.0, width):.1f}" height="{height:.1f}" {look}/>'


def fitted(words: str, width: float) -> str:
    """Words cut to a width, with a mark that they were; the table has them whole."""
    room = max(4, int(width / CHARACTER))
    return words if len(words) <= room else words[: room - 1].rstrip() + "…"


def across(scale: Scale, marks: Sequence[float], y: float, top: float) -> str:
    """Numbers along the foot, with faint lines upward."""
    return "".join(
        line(scale(mark), top, scale(mark), y, colour="#b1b4b6")
        + text(number(mark), scale(mark), y + 18, anchor="middle")
        for mark in marks
    )


def upward(scale: Scale, marks: Sequence[float], x: float, right: float) -> str:
    """Numbers up the left side, with faint lines across."""
    return "".join(
        line(x, scale(mark), right, scale(mark), colour="#b1b4b6")
        + text(number(mark), x - 6, scale(mark) + 5, anchor="end")
        for mark in marks
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """A plot with both axes: the room within, and its two scales."""

    x: Scale
    y: Scale
    shapes: str
    left: float
    right: float
    top: float
    bottom: float


LEFT, RIGHT, TOP, BOTTOM = 64.0, 620.0, 34.0, 250.0


def frame(xs: tuple[float, float], ys: tuple[float, float], x_words: str, y_words: str) -> Frame:
    """Axes around two ranges, with round numbers and their words."""
    across_at, upward_at = ticks(*xs), ticks(*ys)
    x, y = Scale(across_at[0], across_at[-1], LEFT, RIGHT), Scale(upward_at[0], upward_at[-1], BOTTOM, TOP)
    shapes = (
        across(x, across_at, BOTTOM, TOP)
        + upward(y, upward_at, LEFT, RIGHT)
        + text(y_words, 8, 18)
        + text(x_words, RIGHT, BOTTOM + 40, anchor="end")
    )
    return Frame(x, y, shapes, LEFT, RIGHT, TOP, BOTTOM)
