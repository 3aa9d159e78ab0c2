"""What stands on every map: the scale bar, north, and tile images with their credit."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext, pgettext

from cydwaith.web.svg import WIDTH, stroke, text

from .ground import HALF_WORLD, Ground, tiles_for

MILE = 1609.344
LENGTHS = (0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200)
PLATE = 44


def scale_and_north(ground: Ground) -> list[SafeString]:
    """Below the map: a round number of miles, at most a third of its width, and which way is north."""
    units = MILE / ground.true_metres()
    miles = max((m for m in LENGTHS if m * units < WIDTH / 3), default=LENGTHS[0])
    y, length = ground.height + 16, miles * units
    bar = [stroke("axis", 1, y, 1 + length, y)]
    ends = [stroke("axis", x, y - 5, x, y + 5) for x in (1, 1 + length)]
    arrow = f'<path class="web-map__north" d="M{WIDTH - 12} {y - 8:.1f}l7 16-7-4-7 4z"/>'
    north = text(pgettext("north on a map", "N"), WIDTH - 26, y + 6, anchor="end", look="strong")
    return [*bar, *ends, text(_miles(miles), length + 12, y + 5), mark_safe(arrow), north]  # noqa: S308


def _miles(miles: float) -> str:
    if miles < 1:
        return gettext("quarter of a mile") if miles == 0.25 else gettext("half a mile")
    return ngettext("%(count)d mile", "%(count)d miles", int(miles)) % {"count": miles}


def beneath(ground: Ground, template: str) -> list[SafeString]:
    """The tile images; they are decoration, so they have no words."""
    zoom, tiles, side = tiles_for(ground)
    left, top = _corner(ground, tiles[0], side)
    return [
        _image(template, zoom, x, y, left + (x - tiles[0][0]) * side, top + (y - tiles[0][1]) * side, side)
        for x, y in tiles
    ]


def cut_off(ground: Ground, parts: list[SafeString]) -> list[SafeString]:
    """The parts, as far as the edge of the map."""
    if not parts:
        return []
    opening = f'<svg width="{WIDTH}" height="{ground.height:.0f}" class="web-map__inside">'
    return [mark_safe(opening), *parts, mark_safe("</svg>")]  # noqa: S308


def _corner(ground: Ground, tile: tuple[int, int], side: float) -> tuple[float, float]:
    west, north = (ground.west + HALF_WORLD) / ground.unit, (HALF_WORLD - ground.north) / ground.unit
    return tile[0] * side - west, tile[1] * side - north


def _image(template: str, zoom: int, x: int, y: int, left: float, top: float, side: float) -> SafeString:
    href = template.replace("{z}", str(zoom)).replace("{x}", str(x)).replace("{y}", str(y))
    box = f'x="{left:.1f}" y="{top:.1f}" width="{side:.1f}" height="{side:.1f}"'
    return mark_safe(f'<image href="{escape(href)}" {box}/>')  # noqa: S308


def credit_line(words: str, y: float) -> list[SafeString]:
    """Whose map it is, under it."""
    return [text(words, 0, y, look="quiet")] if words else []
