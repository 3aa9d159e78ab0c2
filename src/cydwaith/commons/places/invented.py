"""Shapes for invented places: each point's share of the ground, so that a demonstration has a map."""

from collections.abc import Mapping
from typing import Any

Point = tuple[float, float]
MARGIN, CORNER = 0.012, 0.004


def shares(points: Mapping[str, Point]) -> dict[str, Any]:
    """By code, the polygon (shapely) of the ground nearer to its (longitude, latitude) than to any other."""
    import shapely

    spots = {code: shapely.Point(point) for code, point in points.items()}
    ground = shapely.MultiPoint(list(spots.values())).convex_hull.buffer(MARGIN)
    ground = ground.buffer(-CORNER).buffer(CORNER)
    cells = shapely.voronoi_polygons(shapely.MultiPoint(list(spots.values())), extend_to=ground)
    found = {
        code: cell.intersection(ground)
        for code, spot in spots.items()
        for cell in cells.geoms
        if cell.contains(spot)
    }
    return {code: shapely.set_precision(shape, 1e-6) for code, shape in found.items()}
