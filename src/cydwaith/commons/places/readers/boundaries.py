"""Boundaries: GeoJSON in WGS84, one feature a place."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any

import shapely
from shapely.errors import ShapelyError

from ..rules import DEGREE, is_code, plausible
from .base import Batch, Layout, Reading, Row, Unreadable
from .places import place_row
from .rows import readable
from .source import Head, Opened

CHUNK = 1 << 16
BATCH = 200
# A boundary drawn finer than this is thinned: it is for finding and small maps, not for surveying.
FINE = 2_000
THINNED_DEGREES = 0.0002

_CODE = re.compile(r"code|[a-z]+\d\dcd")
_NAME = re.compile(r"name|[a-z]+\d\dnm")
_NAME_CY = re.compile(r"name_cy|[a-z]+\d\dnmw")
_FEATURES = re.compile(r'"features"\s*:\s*\[')


def recognises(head: Head) -> bool:
    """A GeoJSON collection of features."""
    return head.text.lstrip().startswith("{") and '"FeatureCollection"' in head.text


def read(reading: Reading) -> Iterator[Batch]:
    """The places with boundary, bounding box and a point inside."""
    waiting: list[Row] = []
    with readable(reading.part.name), reading.part.open() as opened:
        for feature in features(opened, reading.part.name):
            reading.rows, reading.fraction = reading.rows + 1, opened.fraction()
            row = _row(reading, feature)
            waiting += [row] if row else []
            if len(waiting) >= BATCH:
                yield Batch("boundary", waiting)
                waiting = []
    yield Batch("boundary", waiting)


def features(opened: Opened, name: str) -> Iterator[dict[str, Any]]:
    """The features one after another, with only one in memory."""
    decoder, text = json.JSONDecoder(), ""
    chunks = codecs.iterdecode(iter(lambda: opened.stream.read(CHUNK), b""), "utf-8-sig")
    for chunk in chunks:
        text += chunk
        start = _FEATURES.search(text)
        if start:
            text = text[start.end() :]
            break
    while True:
        text = text.lstrip().removeprefix(",").lstrip()
        if text.startswith("]"):
            return
        try:
            feature, end = decoder.raw_decode(text)
        except json.JSONDecodeError as error:
            more = "".join(chunk for _, chunk in zip(range(1 + len(text) // CHUNK), chunks, strict=False))
            if not more:
                raise Unreadable(f"{name} is cut short or damaged GeoJSON: fetch it again.") from error
            text += more
            continue
        text = text[end:]
        yield feature


def _row(reading: Reading, feature: Any) -> Row | None:
    where = f"{reading.part.name} feature {reading.rows}"
    try:
        properties = {key.lower(): value for key, value in feature["properties"].items()}
        code = _property(properties, _CODE)
        shape = shapely.geometry.shape(feature["geometry"])
        inside = shape.representative_point()
    except (TypeError, KeyError, AttributeError, ValueError, ShapelyError):
        reading.issues.reject(where, "expected a code, a name and a polygon")
        return None
    if not is_code(code):
        reading.issues.reject(where, "expected a code such as W06000015")
        return None
    if shape.is_empty or not plausible(inside.y, inside.x):
        reading.issues.reject(where, f"the boundary of {code} is not in UK longitude and latitude")
        return None
    names = _property(properties, _NAME), _property(properties, _NAME_CY)
    west, south, east, north = (round(edge * DEGREE) for edge in shape.bounds)
    return place_row(
        code,
        *names,
        point=(round(inside.y * DEGREE), round(inside.x * DEGREE)),
        boundary=shapely.to_wkb(_thin(shape)),
        box=(south, west, north, east),
    )


def _property(properties: dict[str, Any], pattern: re.Pattern[str]) -> str:
    named = (value for key, value in properties.items() if value and pattern.fullmatch(key))
    return str(next(named, "")).strip()


def _thin(shape: Any) -> Any:
    shape = shapely.force_2d(shape)
    if shapely.get_num_coordinates(shape) > FINE:
        shape = shape.simplify(THINNED_DEGREES)
    return shape if shape.is_valid else shapely.make_valid(shape, method="structure", keep_collapsed=False)


LAYOUT = Layout("boundaries", "boundaries (GeoJSON in longitude and latitude)", recognises, read)
