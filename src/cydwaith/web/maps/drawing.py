"""The whole map."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString

from cydwaith.web.svg import frame, key_of

from . import areas as _areas
from . import furniture
from . import pins as _pins
from .ground import ground_for
from .shapes import Area, Pin


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map ready for a page: `{{ map.svg }}` inside `c-figure`, or `{{ map }}` itself."""

    svg: SafeString
    title: str
    finding: str

    def __str__(self) -> SafeString:
        return self.svg


def draw(
    areas: Sequence[Area],
    pins: Sequence[Pin] = (),
    *,
    title: str,
    finding: str,
    bands: Sequence[str] = (),
    tiles: str | None = None,
) -> Drawing:
    """A map of the areas and pins, north up. It scales to the width of its figure.

    `bands` are the words of the key, lightest first, at most five. `tiles` is an address with {z},
    {x} and {y} of images to lay beneath; left out, the installation's own (``CYDWAITH_TILES``), if
    it has one. Raises ``ValueError`` without any area or pin, or for bands without words.
    """
    _areas.checked(areas, bands)
    template = settings.CYDWAITH_TILES if tiles is None else tiles
    credit = settings.CYDWAITH_TILES_CREDIT if template else ""
    ground, key = ground_for(areas, pins), _key(title, areas)
    key_rows, top = _areas.legend(areas, bands, key)
    layers = [
        _areas.blank_ground(ground.height),
        *furniture.cut_off(ground, furniture.beneath(ground, template) if template else []),
        *furniture.cut_off(ground, _areas.drawn(areas, ground, key, _pins.places(pins, ground))),
        *_pins.drawn(pins, ground),
        *furniture.scale_and_north(ground),
        *furniture.credit_line(credit, ground.height + furniture.PLATE + 6),
    ]
    body = format_html('<g transform="translate(0 {})">{}</g>', f"{top:.0f}", SafeString("".join(layers)))
    height = top + ground.height + furniture.PLATE + (20 if credit else 0)
    linked = any(area.href for area in areas) or any(pin.href for pin in pins)
    look = " web-map web-map--tiled" if template else " web-map"
    parts = [_areas.patterns(key), *key_rows, body]
    svg = frame(parts, height, title, finding, role="group" if linked else "img", look=look)
    return Drawing(svg, title, finding)


def _key(title: str, areas: Sequence[Area]) -> str:
    """For the names of the fills: two maps of a page may have different bands, so not one for all."""
    return f"map-{key_of(title, *(area.key for area in areas))}"
