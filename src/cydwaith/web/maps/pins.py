"""Numbered pins, moved apart where they would hide each other, each with a line to its true point."""

from collections.abc import Sequence
from math import hypot

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from cydwaith.web.svg import WIDTH

from .ground import Ground
from .shapes import Pin, Point

RADIUS, TOUCH = 12, 18
APART = 2 * RADIUS + 3
ROUNDS = 60


def places(pins: Sequence[Pin], ground: Ground) -> list[Point]:
    """Where the pins will stand in the picture."""
    return apart([ground.at(pin.longitude, pin.latitude) for pin in pins], ground.height)


def drawn(pins: Sequence[Pin], ground: Ground) -> list[SafeString]:
    """The lines to the true points, then the pins."""
    true = [ground.at(pin.longitude, pin.latitude) for pin in pins]
    shown = places(pins, ground)
    moved = [(a, b) for a, b in zip(true, shown, strict=True) if hypot(a[0] - b[0], a[1] - b[1]) > 2]
    return [*(_line(a, b) for a, b in moved), *(_pin(pin, at) for pin, at in zip(pins, shown, strict=True))]


def apart(points: Sequence[Point], height: float) -> list[Point]:
    """The points, pushed from each other until none overlaps or it has been tried often enough."""
    spots = [_inside(point, height) for point in points]
    for _ in range(ROUNDS):
        if not sum(_push(spots, i, j, height) for i in range(len(spots)) for j in range(i)):
            break
    return spots


def _push(spots: list[Point], i: int, j: int, height: float) -> bool:
    """Move two that overlap by half of what is missing each; two at one point part sideways."""
    (x1, y1), (x2, y2) = spots[i], spots[j]
    between = hypot(x1 - x2, y1 - y2)
    if between >= APART - 0.1:
        return False
    across, up = ((x1 - x2) / between, (y1 - y2) / between) if between > 0.01 else (1.0, (i - j) % 3 - 1.0)
    step = (APART - between) / 2
    spots[i] = _inside((x1 + across * step, y1 + up * step), height)
    spots[j] = _inside((x2 - across * step, y2 - up * step), height)
    return True


def _inside(point: Point, height: float) -> Point:
    edge = RADIUS + 2
    return min(max(point[0], edge), WIDTH - edge), min(max(point[1], edge), height - edge)


def _line(true: Point, shown: Point) -> SafeString:
    ends = f'x1="{true[0]:.1f}" y1="{true[1]:.1f}" x2="{shown[0]:.1f}" y2="{shown[1]:.1f}"'
    dot = f'<circle class="web-map__spot" cx="{true[0]:.1f}" cy="{true[1]:.1f}" r="3"/>'
    return mark_safe(f'<line class="web-map__lead" {ends}/>{dot}')  # noqa: S308


def _pin(pin: Pin, at: Point) -> SafeString:
    x, y = at
    name = escape(f"{pin.number}. {pin.label}")
    body = (
        f'<circle class="web-map__touch" cx="{x:.1f}" cy="{y:.1f}" r="{TOUCH}"/>'
        f'<circle class="web-map__pin" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}"/>'
        f'<text class="web-map__number" x="{x:.1f}" y="{y:.1f}" dy=".35em" text-anchor="middle">'
        f"{pin.number}</text>"
    )
    if not pin.href:
        return mark_safe(f"<g><title>{name}</title>{body}</g>")  # noqa: S308
    link = f'<a class="web-map__link" href="{escape(pin.href)}" aria-label="{name}">'
    return mark_safe(f"{link}<title>{name}</title>{body}</a>")  # noqa: S308
