"""Where a result stands: fit of the words, nearness, when it was checked, whether it has room."""

from dataclasses import dataclass
from math import asin, cos, exp, radians, sin, sqrt

from .records import Accepting

EARTH_KM = 6371.0088
KM_PER_DEGREE = 111.32
HALFWAY_KM = 8.0
FRESH_DAYS = 180
STALE_DAYS = 3 * 365
TEXT, DISTANCE, FRESH, ROOM = 0.60, 0.25, 0.10, 0.05
ANYWHERE = 0.35
"""What being online, or having no known place, is worth beside a distance (1 is next door)."""


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees, WGS84."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Box:
    """A box of degrees that holds every point within some distance."""

    south: float
    west: float
    north: float
    east: float


def distance_km(one: Point, other: Point) -> float:
    """Kilometres along the great circle (haversine)."""
    south, north = radians(one.latitude), radians(other.latitude)
    across = radians(other.longitude - one.longitude)
    chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, chord)))


def box_around(centre: Point, km: float) -> Box:
    """A box that holds every point within ``km`` of the centre, and some more."""
    up = km / KM_PER_DEGREE * 1.01
    along = up / max(0.01, cos(radians(min(89.0, abs(centre.latitude) + up))))
    return Box(centre.latitude - up, centre.longitude - along, centre.latitude + up, centre.longitude + along)


def nearness(km: float | None) -> float:
    """1 next door, about a third at 8 km, 0 far away; ``ANYWHERE`` without a distance."""
    return ANYWHERE if km is None else exp(-km / HALFWAY_KM)


def freshness(days: int | None) -> float:
    """1 when checked within half a year, falling to 0 at three years; 0 when never checked."""
    if days is None:
        return 0.0
    return max(0.0, min(1.0, (STALE_DAYS - days) / (STALE_DAYS - FRESH_DAYS)))


def room(accepting: str) -> float:
    """Whether people can come: 1 yes, 0 paused, a half when not said."""
    return 1.0 if accepting == Accepting.YES else 0.0 if accepting == Accepting.PAUSED else 0.5


def score(text: float, km: float | None, days: int | None, accepting: str, *, located: bool) -> float:
    """From 0 to 1, larger is better; ``text`` is the fit of the words against the best (0 to 1)."""
    near = nearness(km) if located else 0.0
    return TEXT * text + DISTANCE * near + FRESH * freshness(days) + ROOM * room(accepting)
