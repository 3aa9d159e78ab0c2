"""Which services say that they cover only areas that a postcode does not lie in."""

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from cydwaith.commons.places.queries import Located

from ...models import Service


def uncovered(there: Located) -> list[UUID]:
    """Services whose areas can all be read by a machine, and none of them holds the place.

    An area that is only words cannot be read: a service with one is not left out.
    """
    rows = Service.objects.exclude(areas=[]).values_list(
        "id", "original__service_areas", "local__service_areas"
    )
    known = _known(there)
    return [key for key, said, ours in rows if not _covers(ours or said, there, known)]


def _known(there: Located) -> frozenset[str]:
    """The codes and names, in lower case, of what the place lies in."""
    around = (there.neighbourhood, there.ward, there.council, there.board)
    named = {word for place in around if place for word in (place.code, place.name, place.name_cy)}
    return frozenset(word.lower() for word in (*named, there.nation) if word)


def _covers(areas: object, there: Located, known: frozenset[str]) -> bool:
    if not isinstance(areas, list) or not areas:
        return True
    return any(_holds(area, there, known) for area in areas if isinstance(area, Mapping))


def _holds(area: Mapping[str, Any], there: Located, known: frozenset[str]) -> bool:
    """Whether an area holds the place, or cannot be read."""
    if any(word in known for word in _words(area)):
        return True
    inside = _drawn_around(area.get("extent"), there)
    if inside is not None:
        return inside
    return not _is_code(str(area.get("uri", "")).rpartition("/")[2])


def _words(area: Mapping[str, Any]) -> Iterable[str]:
    """Its names, and the code at the end of its address."""
    for key in ("name", "service_area", "uri"):
        if isinstance(area.get(key), str):
            yield area[key].rpartition("/")[2].strip().lower()


def _is_code(word: str) -> bool:
    """A code of the Office for National Statistics: W06000015."""
    return len(word) == 9 and word[0] in "EWSNK" and word[1:].isdigit()


def _drawn_around(extent: object, there: Located) -> bool | None:
    """Whether the shape drawn as GeoJSON holds the place; None where nothing can be read as one."""
    from shapely import Point, errors  # few areas are drawn, and it takes long to load
    from shapely.geometry import shape

    try:
        drawn = json.loads(extent) if isinstance(extent, str) and extent.startswith("{") else extent
        if not isinstance(drawn, dict):
            return None
        ground: Any = shape(drawn.get("geometry", drawn))
    except (ValueError, TypeError, KeyError, AttributeError, errors.ShapelyError):
        return None
    return bool(ground.intersects(Point(there.longitude, there.latitude)))
