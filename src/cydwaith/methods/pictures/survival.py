"""Steps over time: how many have not yet found, or still keep, a job."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import canvas
from .picture import Picture, table

LOOKS = (("", canvas.INK), ("6 4", canvas.BLUE), ("2 3", canvas.ORANGE), ("10 3 2 3", canvas.GREY))


@dataclass(frozen=True, slots=True)
class Steps:
    """One group: from each time (ascending) on, the share; 1 until then, unless the first time is 0."""

    name: str
    times: Sequence[float]
    shares: Sequence[float]


def survival(
    groups: Sequence[Steps],
    *,
    title: str,
    finding: str,
    unit: str,
    words: Sequence[str] = ("Group", "Time", "Share"),
) -> Picture:
    """Up to four groups, told apart by their dashes and named at the foot."""
    if len(groups) > len(LOOKS):
        raise ValueError(f"{len(LOOKS)} groups are the most that can be told apart")
    times = [time for group in groups for time in group.times]
    plot = canvas.frame(canvas.spanned(times, include=[0.0]), (0.0, 1.0), unit, words[2])
    shapes = [plot.shapes]
    for n, (group, (dash, colour)) in enumerate(zip(groups, LOOKS, strict=False)):
        shapes.append(canvas.path(_corners(group, plot), dash=dash, colour=colour))
        y = 312 + 20 * n
        shapes.append(canvas.line(plot.left, y - 5, plot.left + 40, y - 5, dash=dash, colour=colour, width=2))
        shapes.append(canvas.text(group.name, plot.left + 48, y))
    cells = table([(g.name, t, s) for g in groups for t, s in zip(g.times, g.shares, strict=True)])
    height = 312 + 20 * len(groups)
    return Picture(title, finding, tuple(words), cells, canvas.WIDTH, height, "".join(shapes))


def _corners(group: Steps, plot: canvas.Frame) -> list[tuple[float, float]]:
    first = group.shares[0] if len(group.times) and group.times[0] == 0 else 1.0
    corners = [(plot.x(0), plot.y(first))]
    for time, share in zip(group.times, group.shares, strict=True):
        corners += [(plot.x(time), corners[-1][1]), (plot.x(time), plot.y(share))]
    return [*corners, (plot.right, corners[-1][1])] if corners[-1][0] < plot.x(plot.x.high) else corners
