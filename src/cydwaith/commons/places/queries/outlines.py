"""The outlines of places, as a map wants them."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..models import Place
from ..rules import DEGREE, Level
from .values import PlaceRef

Rings = list[list[tuple[float, float]]]
MOST_SEEN = 40
"""More neighbourhoods than this on one map are a net of lines: it shows councils instead."""


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of the world in degrees."""

    south: float
    west: float
    north: float
    east: float


def outlines(codes: Iterable[str]) -> dict[str, Rings]:
    """By code, the rings in degrees (longitude, latitude); a place without a boundary has no key."""
    rows = Place.objects.filter(code__in=list(codes)).exclude(boundary=None)
    found = [(code, bytes(wkb)) for code, wkb in rows.values_list("code", "boundary") if wkb]
    if not found:
        return {}
    import shapely  # here, for it takes a fifth of every start and few pages ask for it

    shapes = shapely.from_wkb([wkb for _, wkb in found])
    return {code: _rings(shape) for (code, _), shape in zip(found, shapes, strict=True)}


def outlines_within(box: Box) -> list[tuple[PlaceRef, Rings]]:
    """The neighbourhoods that lie in the box, cut off at its edge; councils where those are too many."""
    seen = _seen(box)
    if not seen:
        return []
    import shapely

    shapes = shapely.from_wkb([bytes(wkb) for _, wkb in seen])
    cut = shapely.clip_by_rect(shapes, box.west, box.south, box.east, box.north)
    found = [(ref, _rings(shape)) for (ref, _), shape in zip(seen, cut, strict=True)]
    return [(ref, rings) for ref, rings in found if rings]


def _seen(box: Box) -> list[tuple[PlaceRef, bytes]]:
    """One query for both sizes: councils come first and are few."""
    rows = Place.objects.filter(
        level__in=[Level.COUNCIL, Level.NEIGHBOURHOOD],
        valid_to=None,
        boundary__isnull=False,
        south_e6__lte=round(box.north * DEGREE),
        north_e6__gte=round(box.south * DEGREE),
        west_e6__lte=round(box.east * DEGREE),
        east_e6__gte=round(box.west * DEGREE),
    ).order_by("level", "code")
    found = list(rows.values_list("level", "code", "name", "name_cy", "boundary")[: 2 * MOST_SEEN])
    hoods = [row for row in found if row[0] == Level.NEIGHBOURHOOD]
    shown = hoods if len(hoods) <= MOST_SEEN else [row for row in found if row[0] == Level.COUNCIL]
    return [(PlaceRef(code, name, name_cy), wkb) for _, code, name, name_cy, wkb in shown]


def _rings(shape: object) -> Rings:
    import shapely

    polygons = [one for one in shapely.get_parts(shape) if one.geom_type == "Polygon" and not one.is_empty]
    return [list(ring.coords) for one in polygons for ring in (one.exterior, *one.interiors)]
