"""A funnel: places at their size, between the limits of chance. Never a rank."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import canvas
from .picture import Picture, table

SIGNALS = {"high": ("up", canvas.BLUE), "low": ("down", canvas.ORANGE)}


@dataclass(frozen=True, slots=True)
class FunnelDot:
    """A place: its size, its rate, the inner and outer limits there, and its signal (high, low or "")."""

    name: str
    size: float
    rate: float
    lower: float
    upper: float
    outer_lower: float
    outer_upper: float
    signal: str = ""


def funnel(
    dots: Sequence[FunnelDot],
    *,
    target: float,
    title: str,
    finding: str,
    words: Sequence[str] = (
        "Place",
        "Size",
        "Rate",
        "95% low",
        "95% high",
        "99.8% low",
        "99.8% high",
        "Signal",
    ),
) -> Picture:
    """Places outside the outer limits are named; the table keeps the order in which they came."""
    ordered = sorted(dots, key=lambda one: one.size)
    ys = canvas.spanned([value for one in dots for value in (one.rate, one.outer_lower, one.outer_upper)])
    plot = canvas.frame(canvas.spanned([one.size for one in dots], include=[0.0]), ys, words[1], words[2])
    shapes = [plot.shapes, *_limits(plot, ordered)]
    shapes.append(canvas.line(plot.left, plot.y(target), plot.right, plot.y(target), colour=canvas.INK))
    for one in ordered:
        shape, colour = SIGNALS.get(one.signal, ("ring", canvas.GREY))
        shapes.append(canvas.dot(plot.x(one.size), plot.y(one.rate), shape=shape, colour=colour))
        if one.signal:
            shapes.append(_name(one, plot))
    cells = table(
        [
            (one.name, one.size, one.rate, one.lower, one.upper, one.outer_lower, one.outer_upper, one.signal)
            for one in dots
        ]
    )
    return Picture(title, finding, tuple(words), cells, canvas.WIDTH, 300, "".join(shapes))


def _limits(plot: canvas.Frame, ordered: Sequence[FunnelDot]) -> list[str]:
    drawn = (("lower", "6 4"), ("upper", "6 4"), ("outer_lower", ""), ("outer_upper", ""))
    return [
        canvas.path(
            [(plot.x(one.size), plot.y(getattr(one, limit))) for one in ordered],
            colour=canvas.GREY,
            dash=dash,
        )
        for limit, dash in drawn
    ]


def _name(one: FunnelDot, plot: canvas.Frame) -> str:
    x = plot.x(one.size)
    end = x > (plot.left + plot.right) / 2
    return canvas.text(
        one.name, x - 8 if end else x + 8, plot.y(one.rate) - 6, anchor="end" if end else "start"
    )
