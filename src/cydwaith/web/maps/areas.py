"""Areas with their bands, their names where these fit, and the key that says what a pattern means."""

import textwrap
from collections.abc import Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from cydwaith.web.svg import WIDTH, text

from .ground import Ground, middle, outline
from .shapes import Area, Point

ROW, SWATCH = 26, 34
CHARACTERS = 38
LETTER = 10.5
PATTERNS = (
    "",
    '<circle cx="5" cy="5" r="1.4"/>',
    '<path d="M-1 11L11 -1M-1 1L1 -1M9 11L11 9"/>',
    '<path d="M0 0L10 10M10 0L0 10"/>',
    '<path d="M0 2.5H10M0 7.5H10M2.5 0V10M7.5 0V10"/>',
)


def patterns(key: str) -> SafeString:
    """The five fills, under names that belong to this picture alone."""
    drawn = "".join(
        f'<pattern id="{key}-{band}" width="10" height="10" patternUnits="userSpaceOnUse" '
        f'class="web-map__pattern"><rect width="10" height="10" class="web-map__band-{band}"/>'
        f"{marks}</pattern>"
        for band, marks in enumerate(PATTERNS)
    )
    return mark_safe(f"<defs>{drawn}</defs>")  # noqa: S308


def checked(areas: Sequence[Area], bands: Sequence[str]) -> None:
    """Raises ``ValueError`` for more bands than can be told apart, or a band without a name."""
    if len(bands) > len(PATTERNS):
        raise ValueError(f"a map tells at most {len(PATTERNS)} bands apart")
    if any(area.band is not None and not 0 <= area.band < len(bands) for area in areas):
        raise ValueError("every band of an area needs its words in `bands`")


def drawn(areas: Sequence[Area], ground: Ground, key: str, taken: Sequence[Point] = ()) -> list[SafeString]:
    """Every area, the one that the page is about last, so that its outline is whole; then names.

    `taken` are the points where something else will stand: no name is written there.
    """
    shaped = [(area, outline(area, ground)) for area in sorted(areas, key=lambda area: area.here)]
    shaped = [(area, rings) for area, rings in shaped if rings and _is_shown(rings, ground)]
    return [*(_area(area, rings, key) for area, rings in shaped), *(_name(*one, taken) for one in shaped)]


def _is_shown(rings: list[list[Point]], ground: Ground) -> bool:
    """Whether any of it lies in the picture."""
    across, up = ([point[axis] for ring in rings for point in ring] for axis in (0, 1))
    return max(across) > 0 and min(across) < WIDTH and max(up) > 0 and min(up) < ground.height


def _area(area: Area, rings: list[list[Point]], key: str) -> SafeString:
    name = escape(spoken(area))
    fill = "" if area.band is None else f' fill="url(#{key}-{area.band})"'
    look = "web-map__area" + (" web-map__area--blank" if area.band is None else "")
    look += " web-map__area--here" if area.here else ""
    path = f'<path class="{look}"{fill} fill-rule="evenodd" d="{_path(rings)}"/>'
    if not area.href:
        return mark_safe(f"<g><title>{name}</title>{path}</g>")  # noqa: S308
    link = f'<a class="web-map__link" href="{escape(area.href)}" aria-label="{name}">'
    return mark_safe(f"{link}<title>{name}</title>{path}</a>")  # noqa: S308


def spoken(area: Area) -> str:
    """The name, and the value where there is one."""
    return area.name if area.value is None else f"{area.name}: {area.value}"


def _path(rings: list[list[Point]]) -> str:
    return "".join("M" + " ".join(f"{x:.1f},{y:.1f}" for x, y in ring) + "Z" for ring in rings)


def _name(area: Area, rings: list[list[Point]], taken: Sequence[Point]) -> SafeString:
    """The name, where the area is wide enough to hold it and no pin covers it."""
    across, up = ([point[axis] for point in rings[0]] for axis in (0, 1))
    width, (x, y) = len(area.name) * LETTER, middle(rings[0])
    fits = width < max(across) - min(across) and max(up) - min(up) > ROW
    free = not any(abs(px - x) < width / 2 + ROW / 2 and abs(py - y) < ROW for px, py in taken)
    return text(area.name, x, y + 5, anchor="middle", look="on-map") if fits and free else mark_safe("")


def legend(areas: Sequence[Area], bands: Sequence[str], key: str) -> tuple[list[SafeString], float]:
    """The key above the map, and how high it is; only what the map shows."""
    used = [(band, words) for band, words in enumerate(bands) if any(a.band == band for a in areas)]
    rows: list[tuple[int | None, str]] = [*used]
    if used and any(area.band is None for area in areas):
        rows.append((None, gettext("No figure")))
    parts: list[SafeString] = []
    y = 0.0
    for band, words in rows:
        lines = textwrap.wrap(words, CHARACTERS)
        parts += [_swatch(band, y, key), *_lines(lines, y)]
        y += ROW * len(lines)
    return parts, y + (8 if rows else 0)


def _swatch(band: int | None, y: float, key: str) -> SafeString:
    fill = "" if band is None else f' fill="url(#{key}-{band})"'
    look = "web-map__area web-map__area--blank" if band is None else "web-map__area"
    return mark_safe(  # noqa: S308
        f'<rect class="{look}"{fill} x="1" y="{y + 2:.1f}" width="{SWATCH}" height="{ROW - 6}"/>'
    )


def _lines(lines: Sequence[str], y: float) -> list[SafeString]:
    return [text(line, SWATCH + 12, y + 18 + ROW * row) for row, line in enumerate(lines)]


def blank_ground(height: float) -> SafeString:
    """The sheet that the map lies on."""
    return mark_safe(f'<rect class="web-map__ground" width="{WIDTH}" height="{height:.0f}"/>')  # noqa: S308
