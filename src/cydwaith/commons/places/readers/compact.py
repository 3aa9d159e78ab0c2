"""The compact postcode CSV: one header row, grid references, council, ward, neighbourhood."""

from collections.abc import Iterator

from ..rules import normalise_postcode, real_code
from .base import Batch, Layout, Reading
from .postcodes import Draft, grid_point, place_on_ground
from .rows import cells
from .source import Head

NEEDED = ("postcode", "quality", "easting", "northing", "lad", "ward")
NEIGHBOURHOOD = "lsoa21_approx"


def recognises(head: Head) -> bool:
    """A header with the six columns that every row needs."""
    return set(NEEDED) <= set(head.columns)


def read(reading: Reading) -> Iterator[Batch]:
    """Live postcodes; the neighbourhood, where given, was worked out from boundaries."""
    return place_on_ground(_drafts(reading))


def _drafts(reading: Reading) -> Iterator[Draft]:
    columns = reading.head.columns
    postcode, quality, east, north, council, ward = (columns.index(name) for name in NEEDED)
    neighbourhood = columns.index(NEIGHBOURHOOD) if NEIGHBOURHOOD in columns else -1
    for line, row in cells(reading, header=True):
        key = normalise_postcode(row[postcode])
        if key is None or len(row) != len(columns):
            reading.reject(line, f"expected a postcode and {len(columns) - 1} more cells")
            continue
        point = grid_point(reading, line, row[quality], row[east], row[north])
        if point:
            code = real_code(row[neighbourhood]) if neighbourhood >= 0 else ""
            yield key, point[1], point[2], point[0], real_code(row[council]), real_code(row[ward]), code


LAYOUT = Layout("postcodes-compact", "the compact postcode CSV", recognises, read)
