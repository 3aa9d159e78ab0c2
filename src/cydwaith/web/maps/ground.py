"""From degrees to the picture: Web Mercator, north up, so that tile images fit beneath."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asinh, atan, cos, degrees, hypot, pi, radians, sinh, tan

from cydwaith.web.svg import WIDTH

from .shapes import Area, Pin, Point, Ring

EARTH = 6_378_137.0
HALF_WORLD = pi * EARTH
SMALLEST = 1_600.0
LOWEST, TALLEST = 0.55, 1.3
EDGE, AROUND = 24, 2.2
FINE = 0.35
SPECK = 2.0


def metres(longitude: float, latitude: float) -> Point:
    """Web Mercator metres, east and north."""
    return EARTH * radians(longitude), EARTH * asinh(tan(radians(latitude)))


def latitude_of(north: float) -> float:
    """The latitude, in radians, of a Web Mercator northing."""
    return atan(sinh(north / EARTH))


@dataclass(frozen=True, slots=True)
class Ground:
    """The piece of the world that is shown: its north-west corner and how many metres one unit is."""

    west: float
    north: float
    unit: float
    height: float

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a point in degrees stands in the picture."""
        east, north = metres(longitude, latitude)
        return (east - self.west) / self.unit, (self.north - north) / self.unit

    def true_metres(self) -> float:
        """Metres on the ground that one unit is, halfway up the map (Mercator stretches)."""
        return self.unit * cos(latitude_of(self.north - self.height * self.unit / 2))


def ground_for(areas: Sequence[Area], pins: Sequence[Pin]) -> Ground:
    """What holds all areas and pins with a margin; never less than about a mile across.

    Where some area is the one that the page is about, that one and what is around it.
    """
    areas = [area for area in areas if not area.behind]
    here = [area for area in areas if area.here]
    easts, norths = zip(*_points(here or areas, () if here else pins), strict=True)
    wider = AROUND if here else 1.0
    across = max((max(easts) - min(easts)) * wider, SMALLEST)
    up = max((max(norths) - min(norths)) * wider, SMALLEST * LOWEST)
    height = min(max(up / across, LOWEST), TALLEST) * WIDTH
    unit = max(across / (WIDTH - 2 * EDGE), up / (height - 2 * EDGE))
    middle = (max(easts) + min(easts)) / 2, (max(norths) + min(norths)) / 2
    return Ground(middle[0] - unit * WIDTH / 2, middle[1] + unit * height / 2, unit, round(height))


def extent(pins: Sequence[Pin]) -> tuple[float, float, float, float]:
    """South, west, north and east, in degrees, of a map of these pins: to look for what lies behind them."""
    ground = ground_for((), pins)
    east, south = ground.west + WIDTH * ground.unit, ground.north - ground.height * ground.unit
    return (
        degrees(latitude_of(south)),
        degrees(ground.west / EARTH),
        degrees(latitude_of(ground.north)),
        degrees(east / EARTH),
    )


def _points(areas: Sequence[Area], pins: Sequence[Pin]) -> list[Point]:
    corners = [point for area in areas for ring in area.rings for point in ring]
    spots = [(pin.longitude, pin.latitude) for pin in pins]
    found = [metres(longitude, latitude) for longitude, latitude in (*corners, *spots)]
    if not found:
        raise ValueError("a map needs at least one area or pin")
    return found


def outline(area: Area, ground: Ground) -> list[list[Point]]:
    """The rings in the picture, thinned to what can be seen; specks go, the largest ring stays."""
    rings = [[ground.at(*point) for point in ring] for ring in area.rings if len(ring) >= 3]
    rings.sort(key=lambda ring: abs(size(ring)), reverse=True)
    seen = [ring for i, ring in enumerate(rings) if i == 0 or abs(size(ring)) > SPECK]
    return [thin(ring) for ring in seen]


def size(ring: Ring) -> float:
    """The area inside a ring, in square units, with the sign of its direction."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in _sides(ring)) / 2


def middle(ring: Ring) -> Point:
    """The centre of gravity of what a ring holds."""
    whole = size(ring)
    if not whole:
        return ring[0]
    sides = [((x1, y1), (x2, y2), x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in _sides(ring)]
    x = sum((x1 + x2) * cross for (x1, _), (x2, _), cross in sides)
    y = sum((y1 + y2) * cross for (_, y1), (_, y2), cross in sides)
    return x / (6 * whole), y / (6 * whole)


def _sides(ring: Ring) -> Iterable[tuple[Point, Point]]:
    return zip(ring, [*ring[1:], ring[0]], strict=True)


def thin(ring: list[Point]) -> list[Point]:
    """The ring without points that lie within a third of a unit of the line (Douglas and Peucker)."""
    half = len(ring) // 2
    if half < 2:
        return ring
    kept, waiting = {0, half}, [(0, half), (half, len(ring))]
    closed = [*ring, ring[0]]
    while waiting:
        first, last = waiting.pop()
        far, at = _farthest(closed, first, last)
        if far > FINE:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    thinned = [ring[i] for i in sorted(kept)]
    return thinned if len(thinned) > 2 else ring


def _farthest(line: list[Point], first: int, last: int) -> tuple[float, int]:
    (x1, y1), (x2, y2) = line[first], line[last]
    length = hypot(x2 - x1, y2 - y1)
    best = (0.0, first)
    for i in range(first + 1, last):
        x, y = line[i]
        away = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length if length else hypot(x - x1, y - y1)
        best = max(best, (away, i))
    return best


def tiles_for(ground: Ground) -> tuple[int, list[tuple[int, int]], float]:
    """Zoom, the tiles (x, y) that cover the ground, and the side of one in units.

    A tile is drawn at about its own size, 256 pixels, on a page of common width.
    """
    zoom = next(z for z in range(1, 20) if 2 * HALF_WORLD / 2**z / ground.unit < 256 or z == 19)
    side = 2 * HALF_WORLD / 2**zoom
    west, north = ground.west + HALF_WORLD, HALF_WORLD - ground.north
    columns = range(int(west // side), int((west + WIDTH * ground.unit) // side) + 1)
    rows = range(int(north // side), int((north + ground.height * ground.unit) // side) + 1)
    return zoom, [(x, y) for y in rows for x in columns], side / ground.unit
