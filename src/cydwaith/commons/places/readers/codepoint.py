"""Code-Point Open as Ordnance Survey publishes it: CSV files by area with no header row."""

from collections.abc import Iterator

from ..rules import normalise_postcode, real_code
from .base import Batch, Layout, Reading
from .postcodes import Draft, grid_point, place_on_ground
from .rows import cells
from .source import Head

COLUMNS = 10
COUNCIL, WARD = 8, 9


def recognises(head: Head) -> bool:
    """Ten cells, a postcode first and three numbers after it."""
    first = head.first
    return (
        len(first) == COLUMNS
        and normalise_postcode(first[0]) is not None
        and all(cell.strip().isdigit() for cell in first[1:4])
    )


def read(reading: Reading) -> Iterator[Batch]:
    """Live postcodes with their council and ward; no neighbourhood."""
    return place_on_ground(_drafts(reading))


def _drafts(reading: Reading) -> Iterator[Draft]:
    for line, row in cells(reading, header=False):
        key = normalise_postcode(row[0])
        if key is None or len(row) != COLUMNS:
            reading.reject(line, "expected a postcode and nine more cells")
            continue
        point = grid_point(reading, line, row[1], row[2], row[3])
        if point:
            quality, east, north = point
            yield key, east, north, quality, real_code(row[COUNCIL]), real_code(row[WARD]), ""


LAYOUT = Layout("codepoint-open", "Code-Point Open (zip, folder or CSV)", recognises, read)
