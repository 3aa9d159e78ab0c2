"""The outlines of places, as a map wants them."""

from collections.abc import Iterable

from ..models import Place

Rings = list[list[tuple[float, float]]]


def outlines(codes: Iterable[str]) -> dict[str, Rings]:
    """By code, the rings in degrees (longitude, latitude); a place without a boundary has no key."""
    rows = Place.objects.filter(code__in=list(codes)).exclude(boundary=None)
    found = [(code, bytes(wkb)) for code, wkb in rows.values_list("code", "boundary") if wkb]
    if not found:
        return {}
    import shapely  # here, for it takes a fifth of every start and few pages ask for it

    shapes = shapely.from_wkb([wkb for _, wkb in found])
    return {code: _rings(shape) for (code, _), shape in zip(found, shapes, strict=True)}


def _rings(shape: object) -> Rings:
    import shapely

    polygons = [one for one in shapely.get_parts(shape) if one.geom_type == "Polygon"]
    return [list(ring.coords) for one in polygons for ring in (one.exterior, *one.interiors)]
