"""A line over time with its limits: the SPC chart."""

from collections.abc import Sequence
from math import isfinite, nan

from . import canvas
from .picture import Picture, table

MARKS = {
    "improvement": ("up", canvas.BLUE),
    "concern": ("down", canvas.ORANGE),
    "neutral_high": ("diamond", canvas.GREY),
    "neutral_low": ("diamond", canvas.GREY),
}
KEY_TOP, ROW = 312, 20


def line(
    labels: Sequence[str],
    values: Sequence[float],
    *,
    title: str,
    finding: str,
    mean: Sequence[float] = (),
    lower: Sequence[float] = (),
    upper: Sequence[float] = (),
    kinds: Sequence[str] = (),
    target: float | None = None,
    words: Sequence[str] = ("When", "Value", "Mean", "Lower limit", "Upper limit", "Signal", "Target"),
    kind_words: dict[str, str] | None = None,
) -> Picture:
    """One point a label; limits where given; points of special cause have a mark of their own shape."""
    said = kind_words or {}
    beside = [target] if target is not None else []
    ys = canvas.spanned([*values, *lower, *upper], include=beside)
    plot = canvas.frame((1, max(2, len(values))), ys, words[0], words[1])
    shapes = [plot.shapes, _limits(plot, mean, lower, upper), _target(plot, target, words[6])]
    shapes.append(canvas.path([(plot.x(n), plot.y(v)) for n, v in enumerate(values, start=1)]))
    for n, value in enumerate(values, start=1):
        if not isfinite(value):
            continue
        shape, colour = MARKS.get(kinds[n - 1] if kinds else "", ("round", canvas.INK))
        shapes.append(canvas.dot(plot.x(n), plot.y(value), shape=shape, colour=colour))
    present = [kind for kind in MARKS if kind in kinds]
    shapes += [_key(row, kind, said.get(kind, kind)) for row, kind in enumerate(present)]
    columns = [_padded(column, len(values)) for column in (mean, lower, upper)]
    names = [said.get(kind, kind) for kind in kinds] or [""] * len(values)
    rows = list(zip(labels, values, *columns, names, strict=True))
    height = KEY_TOP + ROW * len(present)
    return Picture(title, finding, tuple(words[:6]), table(rows), canvas.WIDTH, height, "".join(shapes))


def _padded(column: Sequence[float], size: int) -> Sequence[float]:
    return column if len(column) else [nan] * size


def _limits(plot: canvas.Frame, mean: Sequence[float], lower: Sequence[float], upper: Sequence[float]) -> str:
    drawn = ((mean, canvas.GREY, ""), (lower, canvas.GREY, "6 4"), (upper, canvas.GREY, "6 4"))
    return "".join(
        canvas.path([(plot.x(n), plot.y(v)) for n, v in enumerate(series, start=1)], colour=colour, dash=dash)
        for series, colour, dash in drawn
        if len(series)
    )


def _target(plot: canvas.Frame, target: float | None, word: str) -> str:
    if target is None:
        return ""
    y = plot.y(target)
    return canvas.line(plot.left, y, plot.right, y, colour=canvas.ORANGE, width=2, dash="2 3") + canvas.text(
        word, plot.right, y - 5, anchor="end"
    )


def _key(row: int, kind: str, words: str) -> str:
    shape, colour = MARKS[kind]
    y = KEY_TOP + ROW * row
    return canvas.dot(canvas.LEFT + 6, y - 5, shape=shape, colour=colour) + canvas.text(
        words, canvas.LEFT + 18, y
    )
