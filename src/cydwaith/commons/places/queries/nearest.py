"""The neighbourhood of a point: the one that holds it, else the nearest.

Published boundaries are rounded one by one, so that neighbours leave hairline gaps and
overlaps: a point that no boundary holds belongs to the nearest.
"""

import math

from django.db.models import Q, QuerySet

from ..models import Containment, Place
from ..rules import DEGREE, Level

# How far from a boundary a point may lie and still be its: about 200 metres.
GAP_E6 = 2_000
# How far to look for points of neighbourhoods, in turn: about 2, 10 and 50 kilometres.
REACHES_E6 = (20_000, 100_000, 500_000)


def nearest(latitude_e6: int, longitude_e6: int, council: str = "") -> str:
    """The code of the neighbourhood, in the given council if there is one; empty if none is near."""
    candidates = _candidates(council)
    return _holding(candidates, latitude_e6, longitude_e6) or _closest(candidates, latitude_e6, longitude_e6)


def council_holding(latitude_e6: int, longitude_e6: int) -> str:
    """The code of the council whose boundary holds a point; empty if none is loaded."""
    councils = Place.objects.filter(level=Level.COUNCIL, valid_to=None)
    return _holding(councils, latitude_e6, longitude_e6)


def _candidates(council: str) -> QuerySet[Place]:
    every = Place.objects.filter(level=Level.NEIGHBOURHOOD, valid_to=None)
    if not council:
        return every
    within = Containment.objects.filter(parent=council, valid_to=None)
    if within.exists():
        return every.filter(code__in=within.values("child"))
    return every.filter(code__startswith=council[0])


def _holding(places: QuerySet[Place], latitude_e6: int, longitude_e6: int) -> str:
    near = places.filter(
        south_e6__lte=latitude_e6 + GAP_E6,
        north_e6__gte=latitude_e6 - GAP_E6,
        west_e6__lte=longitude_e6 + GAP_E6,
        east_e6__gte=longitude_e6 - GAP_E6,
    ).order_by("code")
    found = [(code, boundary) for code, boundary in near.values_list("code", "boundary") if boundary]
    if not found:
        return ""
    import shapely  # here, for it takes a fifth of every start and few pages ask for it

    shapes = shapely.from_wkb([bytes(boundary) for _, boundary in found])
    distances = shapely.distance(shapes, shapely.Point(longitude_e6 / DEGREE, latitude_e6 / DEGREE))
    best = int(distances.argmin())
    return found[best][0] if distances[best] * DEGREE <= GAP_E6 else ""


def _closest(places: QuerySet[Place], latitude_e6: int, longitude_e6: int) -> str:
    shrink = math.cos(math.radians(latitude_e6 / DEGREE))
    for reach in REACHES_E6:
        points = places.filter(_within(latitude_e6, longitude_e6, reach)).order_by("code")
        found = [
            (math.hypot(north - latitude_e6, (east - longitude_e6) * shrink), code)
            for code, north, east in points.values_list("code", "latitude_e6", "longitude_e6")
            if north is not None and east is not None
        ]
        if found:
            return min(found)[1]
    return ""


def _within(latitude_e6: int, longitude_e6: int, reach: int) -> Q:
    return Q(
        latitude_e6__range=(latitude_e6 - reach, latitude_e6 + reach),
        longitude_e6__range=(longitude_e6 - 2 * reach, longitude_e6 + 2 * reach),
    )
