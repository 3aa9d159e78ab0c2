"""One point inside each neighbourhood: code, name, longitude, latitude."""

from collections.abc import Iterator

from ..rules import DEGREE, plausible, real_code
from .base import Batch, Layout, Reading
from .columns import areas_in
from .places import place_row
from .rows import cells
from .source import Head

LATITUDE, LONGITUDE = ("lat", "latitude"), ("lon", "long", "longitude")


def _find(columns: tuple[str, ...], names: tuple[str, ...]) -> int | None:
    return next((columns.index(name) for name in names if name in columns), None)


def recognises(head: Head) -> bool:
    """Codes of one level of place with a latitude and a longitude."""
    found = _find(head.columns, LATITUDE), _find(head.columns, LONGITUDE)
    return len(areas_in(head.columns)) == 1 and None not in found


def read(reading: Reading) -> Iterator[Batch]:
    """The places with their points."""
    columns = reading.head.columns
    area = areas_in(columns)[0]
    north, east = _find(columns, LATITUDE), _find(columns, LONGITUDE)
    found, reading.latest = {}, area.year
    for line, row in cells(reading, header=True):
        code = real_code(row[area.code]) if len(row) == len(columns) else ""
        point = _point(row[north or 0], row[east or 0]) if code else None
        if code and point:
            name = row[area.name].strip() if area.name is not None else ""
            found[code] = place_row(code, name, point=point)
        else:
            reading.reject(line, "expected a code, a longitude and a latitude in the United Kingdom")
    yield Batch("place", list(found.values()))


def _point(latitude: str, longitude: str) -> tuple[int, int] | None:
    try:
        north, east = float(latitude), float(longitude)
    except ValueError:
        return None
    return (round(north * DEGREE), round(east * DEGREE)) if plausible(north, east) else None


LAYOUT = Layout("neighbourhood-points", "points of neighbourhoods (CSV)", recognises, read)
