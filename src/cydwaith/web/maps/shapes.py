"""What a map is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Ring = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Area:
    """A place with an outline.

    `rings` hold (longitude, latitude) in WGS84 degrees, as in GeoJSON; a ring inside another is a
    hole. `band` counts from 0 into the map's `bands`; without one the area is left blank. `value`
    is what is read out with the name; `here` marks the place that the page is about. What only lies
    `behind` the pins is shown as far as they reach.
    """

    key: str
    name: str
    rings: Sequence[Ring]
    value: str | float | None = None
    band: int | None = None
    href: str = ""
    here: bool = False
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Pin:
    """A numbered point, the number that of its row in the list beside the map."""

    latitude: float
    longitude: float
    number: int
    label: str
    href: str = ""
